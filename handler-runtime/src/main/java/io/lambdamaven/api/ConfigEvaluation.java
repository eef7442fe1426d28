package io.lambdamaven.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of AWS Config found out about a resource.
 *
 * @param resourceType such as {@code AWS::EC2::Instance}; null, as the id, for what the event is about: its
 *     configuration item, or the account when the rule runs on a schedule
 * @param resourceId the resource's id
 * @param compliance what was found
 * @param annotation why; what is longer than 256 characters is cut; null for none
 * @param orderingTimestamp when what was looked at was so; null for the time that the event says
 * @see <a href="https://docs.aws.amazon.com/config/latest/APIReference/API_Evaluation.html">AWS: Evaluation</a>
 */
public record ConfigEvaluation(
        @Nullable String resourceType,
        @Nullable String resourceId,
        Compliance compliance,
        @Nullable String annotation,
        @Nullable Instant orderingTimestamp) {

    /** What AWS Config takes from a rule; that there is too little data it says by itself. */
    public enum Compliance {
        /** The resource is as the rule wants it. */
        COMPLIANT,
        /** The resource is not as the rule wants it. */
        NON_COMPLIANT,
        /** The rule has nothing to say about the resource, or it is gone. */
        NOT_APPLICABLE
    }

    /** Takes a type and an id, or neither. */
    public ConfigEvaluation {
        if ((resourceType == null) != (resourceId == null)) {
            throw new IllegalArgumentException("an evaluation names a resource's type and its id, or neither");
        }
    }

    /**
     * An evaluation of what the event is about.
     *
     * @param compliance what was found
     * @return without annotation
     */
    public static ConfigEvaluation of(Compliance compliance) {
        return new ConfigEvaluation(null, null, compliance, null, null);
    }

    /**
     * An evaluation of any resource.
     *
     * @param resourceType such as {@code AWS::EC2::Instance}
     * @param resourceId the resource's id
     * @param compliance what was found
     * @return without annotation
     */
    public static ConfigEvaluation of(String resourceType, String resourceId, Compliance compliance) {
        return new ConfigEvaluation(resourceType, resourceId, compliance, null, null);
    }

    /**
     * Says why.
     *
     * @param text what is longer than 256 characters is cut
     * @return a copy with it
     */
    public ConfigEvaluation annotated(String text) {
        return new ConfigEvaluation(resourceType, resourceId, compliance, text, orderingTimestamp);
    }

    /**
     * Says when what was looked at was so.
     *
     * @param time that moment
     * @return a copy with it
     */
    public ConfigEvaluation at(Instant time) {
        return new ConfigEvaluation(resourceType, resourceId, compliance, annotation, time);
    }
}
