package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method when something happens in a CodeCommit repository.
 *
 * <p>The method takes a record or class of the project (a record of the event, one call each), AWS's {@code
 * CodeCommitEvent}, or the raw event as {@code InputStream}, {@code byte[]}, {@code String}, {@code JsonNode} or {@code
 * Map<String, Object>}.
 *
 * @see <a href="https://docs.aws.amazon.com/codecommit/latest/userguide/how-to-notify-lambda.html">AWS: triggers for
 *     Lambda</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(CodeCommitTriggers.class)
public @interface CodeCommitTrigger {
    /**
     * The repository: a name, an ARN, or <code>${placeholder}</code>, resolved from the stage's settings when it is
     * deployed.
     *
     * @return the repository
     */
    String repository();

    /**
     * The branches that count, at most 10.
     *
     * @return the branches, none for all
     */
    String[] branches() default {};

    /**
     * What counts: {@code all}, or {@code createReference}, {@code deleteReference}, {@code updateReference}.
     *
     * @return all by default
     */
    String[] events() default {"all"};
}
