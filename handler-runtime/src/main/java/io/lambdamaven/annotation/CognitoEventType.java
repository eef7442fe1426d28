package io.lambdamaven.annotation;

/**
 * The moments at which a Cognito user pool calls Lambda.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html">AWS:
 *     Lambda triggers of user pools</a>
 */
public enum CognitoEventType {
    /** Before a user signs up: confirm or refuse. */
    PRE_SIGN_UP,
    /** After a user was confirmed. */
    POST_CONFIRMATION,
    /** Before a user signs in: refuse by an exception. */
    PRE_AUTHENTICATION,
    /** After a user signed in. */
    POST_AUTHENTICATION,
    /** What the next custom challenge is. */
    DEFINE_AUTH_CHALLENGE,
    /** The custom challenge itself. */
    CREATE_AUTH_CHALLENGE,
    /** Whether the answer to it is right. */
    VERIFY_AUTH_CHALLENGE_RESPONSE,
    /** Before tokens are made: claims may be changed. */
    PRE_TOKEN_GENERATION,
    /** A user who is not there yet signs in or forgot the password. */
    USER_MIGRATION,
    /** The text of a message to a user. */
    CUSTOM_MESSAGE,
    /** An email to be sent, its code encrypted. */
    CUSTOM_EMAIL_SENDER,
    /** A text message to be sent, its code encrypted. */
    CUSTOM_SMS_SENDER,
    /** A user comes from another identity provider: attributes may be changed. */
    INBOUND_FEDERATION
}
