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
 * <p>A deploy turns on the rotation of a secret that is named, and lets the function's role read it and write its
 * versions. Secrets Manager tries the configuration at once by a call with the step {@code testSecret}.
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

    /**
     * How many days there are between two rotations, unless {@link #schedule()} says it.
     *
     * @return 1 to 1000 days, 30 by default
     */
    int days() default 30;

    /**
     * When the secret is rotated: {@code rate(12 hours)}, {@code rate(10 days)} or {@code cron(0 8 1 * ? *)}, in UTC.
     *
     * @return the schedule, empty for one by {@link #days()}
     */
    String schedule() default "";

    /**
     * How long the window is in which a rotation may start, such as {@code 3h}.
     *
     * @return the duration, empty for AWS's default: until the end of the day, or of the hour for a schedule in hours
     */
    String duration() default "";

    /**
     * Whether a deploy that turns rotation on, or changes when it takes place, also rotates the secret at once.
     *
     * @return false by default
     */
    boolean rotateImmediately() default false;
}
