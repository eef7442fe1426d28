package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers requests to an S3 Object Lambda access point.
 *
 * <p>The method takes {@code S3ObjectLambdaRequest}, AWS's {@code S3ObjectLambdaEvent}, a record or class of the
 * project (the whole event), or the raw event as {@code InputStream}, {@code byte[]}, {@code String}, {@code JsonNode}
 * or {@code Map<String, Object>}. For {@code GetObject} it returns {@code ObjectLambdaResponse}, {@code String} or
 * {@code byte[]}, which is written to S3; for {@code HeadObject} and the lists the answer itself.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-writing-lambda.html">AWS: functions for S3
 *     Object Lambda</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(S3ObjectLambdaTriggers.class)
public @interface S3ObjectLambdaTrigger {
    /**
     * The Object Lambda access point: a name, an ARN, or <code>${placeholder}</code>, resolved from the stage's
     * settings when it is deployed.
     *
     * @return the access point, empty for any
     */
    String accessPoint() default "";
}
