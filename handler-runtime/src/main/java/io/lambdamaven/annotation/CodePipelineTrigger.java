package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Does a job of an action in a CodePipeline pipeline.
 *
 * <p>The method takes {@code PipelineJob}, {@code String} (the user parameters), a record or class of the project (the
 * user parameters, read as JSON), or the raw event as {@code InputStream}, {@code byte[]}, {@code JsonNode} or {@code
 * Map<String, Object>}. It returns nothing, {@code Map<String, String>} of output variables, or {@code PipelineResult};
 * the result, or the exception, is put to the pipeline.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-invoke-lambda-function.html">AWS:
 *     invoking Lambda in a pipeline</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface CodePipelineTrigger {}
