package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the method evaluate resources for an AWS Config rule.
 *
 * <p>The method takes a record or class of the project (the {@code invokingEvent}, decoded), AWS's {@code ConfigEvent},
 * or the raw event as {@code InputStream}, {@code byte[]}, {@code String}, {@code JsonNode} or {@code Map<String,
 * Object>}. It returns {@code ConfigEvaluation}, a list of these, or {@code ConfigEvaluation.Compliance} for the
 * resource that the event is about, which is then put to AWS Config; a method that returns nothing puts its evaluations
 * itself.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html">AWS:
 *     custom rules by Lambda</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(ConfigTriggers.class)
public @interface ConfigTrigger {
    /**
     * The rule's name, or a placeholder.
     *
     * @return the rule
     */
    String rule();

    /**
     * The types of resources whose changes call the rule, such as {@code AWS::EC2::Instance}.
     *
     * @return the types, none if only {@link #frequency()} does
     */
    String[] resourceTypes() default {};

    /**
     * How often the rule is called besides: {@code One_Hour}, {@code Three_Hours}, {@code Six_Hours}, {@code
     * Twelve_Hours} or {@code TwentyFour_Hours}.
     *
     * @return the frequency, empty for changes only
     */
    String frequency() default "";
}
