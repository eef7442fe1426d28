package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What Elastic Load Balancing refuses. */
final class AlbErrors {
    private static final String MAY_NOT = "does not have permission to invoke";

    private AlbErrors() {}

    /** Whether the load balancer does not see a new permission yet. */
    static boolean cannotCallYet(AwsServiceException e) {
        return e.getMessage() != null && e.getMessage().contains(MAY_NOT);
    }

    /** Null for what is not of its kind. */
    static @Nullable Diagnostic diagnostic(String code, String message, String subject) {
        if (!isOf(ResourceType.LISTENER_RULE, subject) && !isOf(ResourceType.TARGET_GROUP, subject)) {
            return null;
        }
        if (message.contains(MAY_NOT)) {
            return group(
                    subject,
                    "The load balancer may not call the function yet, or not at all: " + message,
                    "Run the goal again in a minute; if it stays so, see whether a policy of your organization keeps"
                            + " Elastic Load Balancing away.");
        }
        return switch (code) {
            case "ListenerNotFound", "LoadBalancerNotFound" ->
                rule(
                        subject,
                        "There is no such listener in this account and Region: " + message,
                        "Correct <alb><listenerArn> or -Dlambda.alb.listenerArn, or -Dlambda.region.");
            case "PriorityInUse" ->
                rule(
                        subject,
                        "Another rule of the listener has this priority: " + message,
                        "Set <alb><priority> or -Dlambda.alb.priority to another one, or to none for one that is free.");
            case "TooManyRules", "TooManyTargets", "TooManyUniqueTargetGroupsPerLoadBalancer" ->
                rule(
                        subject,
                        "The load balancer takes no more: " + message,
                        "Raise the quota at AWS, or name the listener of another load balancer in <alb><listenerArn> or"
                                + " -Dlambda.alb.listenerArn.");
            case "ResourceInUse", "TargetGroupAssociationLimit" ->
                group(
                        subject,
                        "A rule that is not this project's forwards to the function's target group: " + message,
                        "Take the target group out of that rule, or keep the routes on that load balancer with"
                                + " <http>alb</http> and <alb><listenerArn>.");
            default -> null;
        };
    }

    private static boolean isOf(ResourceType type, String subject) {
        return subject.startsWith(type.label());
    }

    private static Diagnostic rule(String subject, String summary, String remedy) {
        return new Diagnostic(Problem.LM362, Place.of(subject), summary, remedy);
    }

    private static Diagnostic group(String subject, String summary, String remedy) {
        return new Diagnostic(Problem.LM363, Place.of(subject), summary, remedy);
    }
}
