package io.lambdamaven.api;

import org.jspecify.annotations.Nullable;

/**
 * A step of a secret's rotation. Secrets Manager repeats steps: each has to be done so that a second time does no harm.
 *
 * @param secretId the secret's ARN
 * @param clientRequestToken the id of the new version
 * @param step what is to be done
 * @param rotationToken proves that Secrets Manager started the rotation, where it says so; null if not
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html">AWS:
 *     rotation by Lambda function</a>
 */
public record SecretRotation(
        String secretId,
        String clientRequestToken,
        Step step,
        @Nullable String rotationToken) {
    /** The four steps, in their order. */
    public enum Step {
        /** Makes the new value and puts it as {@code AWSPENDING}. */
        CREATE,
        /** Makes the service take it. */
        SET,
        /** Tries it. */
        TEST,
        /** Moves {@code AWSCURRENT} to it. */
        FINISH
    }
}
