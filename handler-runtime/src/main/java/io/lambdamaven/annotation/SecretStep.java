package io.lambdamaven.annotation;

/**
 * The steps in which Secrets Manager rotates a secret.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html">AWS:
 *     rotation by Lambda function</a>
 */
public enum SecretStep {
    /** All four of them. */
    ANY,
    /** {@code createSecret}: make the new value and put it as {@code AWSPENDING}. */
    CREATE,
    /** {@code setSecret}: make the service take it. */
    SET,
    /** {@code testSecret}: try it. */
    TEST,
    /** {@code finishSecret}: move {@code AWSCURRENT} to it. */
    FINISH
}
