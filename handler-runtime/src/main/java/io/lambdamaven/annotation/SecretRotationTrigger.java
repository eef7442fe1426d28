package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rotates a secret of AWS Secrets Manager, in four steps.
 *
 * <p>The method takes {@code SecretRotation}, AWS's {@code SecretsManagerRotationEvent}, a record or class of the
 * project (the whole event), or the raw event as {@code InputStream}, {@code byte[]}, {@code String}, {@code JsonNode}
 * or {@code Map<String, Object>}. It must bear being called twice with the same step and token.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-lambda-function-overview.html">AWS:
 *     rotation functions</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(SecretRotationTriggers.class)
public @interface SecretRotationTrigger {
    /**
     * The secret: a name, an ARN, or <code>${placeholder}</code>, resolved from the stage's settings when it is
     * deployed.
     *
     * @return the secret, empty for any
     */
    String secret() default "";

    /**
     * The step that the method does.
     *
     * @return all four by default
     */
    SecretStep value() default SecretStep.ANY;
}
