package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Grant;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** {@code @Permission} to grants. */
final class PermissionRules {
    private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+:[A-Za-z0-9*?]+");
    private static final Pattern ARN = Pattern.compile("(arn:[^:]+:[^:]+:[^:]*:[^:]*:.+|\\$\\{.+)");

    /** Actions for which the service authorization reference lists no resource type. */
    private static final Set<String> WITHOUT_RESOURCE = Set.of(
            "cloudwatch:GetMetricData",
            "cloudwatch:ListMetrics",
            "cloudwatch:PutMetricData",
            "ec2:DescribeNetworkInterfaces",
            "ecr:GetAuthorizationToken",
            "iot:DescribeEndpoint",
            "s3:ListAllMyBuckets",
            "sqs:ListQueues",
            "sts:GetCallerIdentity",
            "textract:DetectDocumentText",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments");

    private final Faults faults;
    private final ResourceRules resources;

    PermissionRules(Faults faults, ResourceRules resources) {
        this.faults = faults;
        this.resources = resources;
    }

    static List<AnnotationUse> uses(List<AnnotationUse> annotations) {
        return annotations.stream()
                .flatMap(use -> switch (use.type()) {
                    case RuntimeNames.PERMISSION -> List.of(use).stream();
                    case RuntimeNames.PERMISSIONS -> use.contents().stream();
                    default -> List.<AnnotationUse>of().stream();
                })
                .toList();
    }

    List<Grant> grants(List<AnnotationUse> annotations, Spot spot) {
        return uses(annotations).stream().map(use -> grant(use, spot)).toList();
    }

    private Grant grant(AnnotationUse use, Spot spot) {
        List<String> actions = use.texts("actions", List.of());
        List<String> targets = use.texts("resources", List.of());
        if (actions.isEmpty() || targets.isEmpty()) {
            faults.add(
                    Problem.LM062,
                    spot,
                    "The permission names no " + (actions.isEmpty() ? "actions" : "resources") + ".",
                    "Set both actions and resources in @Permission.");
        }
        for (String action : actions) {
            if (!ACTION.matcher(action).matches()) {
                faults.add(
                        Problem.LM061,
                        spot,
                        "\"" + action + "\" is no IAM action.",
                        "Write service:Action in actions of @Permission, such as s3:GetObject or dynamodb:Get*.");
            }
        }
        boolean noResource = !actions.isEmpty() && WITHOUT_RESOURCE.containsAll(actions);
        for (String target : targets) {
            checkTarget(target, noResource, spot);
        }
        return new Grant(List.copyOf(new TreeSet<>(actions)), List.copyOf(new TreeSet<>(targets)));
    }

    private void checkTarget(String target, boolean noResource, Spot spot) {
        if (target.equals("*")) {
            if (!noResource) {
                faults.add(
                        Problem.LM063,
                        spot,
                        "The permission is for every resource of the account.",
                        "Name the ARNs in resources of @Permission; a bare \"*\" is taken only where all actions are"
                                + " ones for which AWS offers no resource, such as xray:PutTraceSegments.");
            }
        } else if (resources.checkPlaceholders(target, "resources of @Permission", spot)
                && !ARN.matcher(target).matches()) {
            faults.add(
                    Problem.LM064,
                    spot,
                    "\"" + target + "\" is no ARN.",
                    "Write arn:partition:service:region:account:resource in resources of @Permission, such as"
                            + " arn:aws:s3:::orders/*, or start with a ${placeholder}.");
        }
    }
}
