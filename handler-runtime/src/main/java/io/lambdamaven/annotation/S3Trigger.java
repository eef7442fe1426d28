package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method when objects in a bucket are created, removed or otherwise changed.
 *
 * <p>The deployer adds one entry to the bucket's notification configuration and leaves all other entries as they are;
 * the bucket itself must exist. S3 calls Lambda asynchronously: an exception makes Lambda try the event again, twice by
 * default.
 *
 * <p>With a parameter of type {@link io.lambdamaven.api.S3Object} the method is called once per object. With
 * {@code List<S3Object>}, AWS's {@code S3Event}, or the raw event as {@code InputStream}, {@code byte[]},
 * {@code String}, {@code JsonNode} or {@code Map<String, Object>} it is called once per event. What it returns is
 * ignored.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html">AWS: process S3 event notifications</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(S3Triggers.class)
public @interface S3Trigger {
    /**
     * The bucket: a name, an ARN, or <code>${placeholder}</code>, resolved from the stage's settings when it is
     * deployed.
     *
     * @return the bucket
     */
    String bucket();

    /**
     * The event types, as S3 names them: {@code s3:ObjectCreated:*}, {@code s3:ObjectRemoved:Delete} and so on. Two
     * configurations of a bucket must not overlap in event, prefix and suffix; S3 refuses them, and so does the build
     * for two of the same project.
     *
     * @return the event types, by default every way to create an object
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html">
     *     AWS: supported event types</a>
     */
    String[] events() default {"s3:ObjectCreated:*"};

    /**
     * What the object's key must start with.
     *
     * @return the prefix, empty for any key
     */
    String prefix() default "";

    /**
     * What the object's key must end with.
     *
     * @return the suffix, empty for any key
     */
    String suffix() default "";

    /**
     * Whether the events come through EventBridge instead of the bucket's own notifications. A deploy switches
     * EventBridge on for the bucket, and never off again: others may listen too.
     *
     * @return false by default
     */
    boolean eventBridge() default false;
}
