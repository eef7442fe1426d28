package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Works on the objects of an S3 Batch Operations job.
 *
 * <p>With a parameter of type {@code S3BatchTask} or a record or class of the project (the task) the method is called
 * once per task; it returns {@code S3BatchResult}, {@code String} (the result's text), or nothing, and an exception
 * fails its task. With AWS's {@code S3BatchEvent}, {@code S3BatchEventV2} or the raw event as {@code InputStream},
 * {@code byte[]}, {@code JsonNode} or {@code Map<String, Object>} it is called once per event and returns the whole
 * answer.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html">AWS: Lambda in
 *     Batch Operations</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface S3BatchTrigger {
    /**
     * What S3 makes of tasks that the answer leaves out.
     *
     * @return they failed by default
     */
    MissingKeys treatMissingKeysAs() default MissingKeys.PERMANENT_FAILURE;
}
