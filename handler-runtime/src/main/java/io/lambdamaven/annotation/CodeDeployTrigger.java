package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Checks a deployment as a lifecycle event hook of CodeDeploy.
 *
 * <p>The method takes a record or class of the project (the whole event), or the raw event as {@code InputStream},
 * {@code byte[]}, {@code String}, {@code JsonNode} or {@code Map<String, Object>}. When it returns the hook has
 * succeeded, when it throws the hook has failed, and CodeDeploy is told so.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html">AWS:
 *     hooks</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface CodeDeployTrigger {}
