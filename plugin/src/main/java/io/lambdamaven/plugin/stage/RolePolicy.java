package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Grant;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What a function's role may do: write its own log, read its own queues, and what {@code @Permission} adds. */
final class RolePolicy {
    /** What IAM takes for the inline policies of a role, blanks not counted. */
    private static final int LIMIT = 10_240;

    private static final String EVERYTHING = "*";

    private final Arns arns;
    private final Placeholders placeholders;
    private final Diagnostics faults;
    private final Map<List<String>, TreeSet<String>> byActions = new LinkedHashMap<>();
    private final List<Json> granted = new ArrayList<>();

    RolePolicy(Arns arns, Placeholders placeholders, Diagnostics faults) {
        this.arns = arns;
        this.placeholders = placeholders;
        this.faults = faults;
    }

    /** Lets Lambda take on the role. */
    static String trust() {
        return document(List.of(trusted("lambda.amazonaws.com").build()));
    }

    /** Lets EventBridge Scheduler take on the role, for schedules of this account only. */
    static String schedulerTrust(String account) {
        return document(List.of(trusted("scheduler.amazonaws.com")
                .put(
                        "Condition",
                        Json.object()
                                .put(
                                        "StringEquals",
                                        Json.object()
                                                .put("aws:SourceAccount", account)
                                                .build())
                                .build())
                .build()));
    }

    /** May call one alias and nothing else. */
    static String schedulerPolicy(String aliasArn) {
        return document(List.of(statement(List.of("lambda:InvokeFunction"), List.of(aliasArn))));
    }

    private static JsonObject.Builder trusted(String service) {
        return Json.object()
                .put("Effect", "Allow")
                .put("Action", "sts:AssumeRole")
                .put("Principal", Json.object().put("Service", service).build());
    }

    RolePolicy log(String logGroup) {
        allow(new Wires.Allowance(
                List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                List.of(arns.of("logs", "log-group:" + logGroup + ":*"))));
        return this;
    }

    /** Resources of the same actions are allowed together. */
    void allow(Wires.Allowance allowance) {
        byActions
                .computeIfAbsent(List.copyOf(new TreeSet<>(allowance.actions())), actions -> new TreeSet<>())
                .addAll(allowance.resources());
    }

    /** File systems are named through their access point: the ARN of the system itself is not known. */
    void mount(String accessPoint) {
        granted.add(Json.object()
                .put("Effect", "Allow")
                .put("Action", sorted(List.of("elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite")))
                .put("Resource", sorted(List.of(arns.of("elasticfilesystem", "file-system/*"))))
                .put(
                        "Condition",
                        Json.object()
                                .put(
                                        "StringEquals",
                                        Json.object()
                                                .put("elasticfilesystem:AccessPointArn", accessPoint)
                                                .build())
                                .build())
                .build());
    }

    /**
     * A key is used by whoever reads with it, and only in this Region; what follows it in a service's name depends on the
     * partition.
     *
     * @param services those that use it for the function, any if there is none
     */
    void decrypt(String key, List<String> services) {
        if (services.isEmpty()) {
            allow(new Wires.Allowance(List.of("kms:Decrypt"), List.of(key)));
            return;
        }
        List<String> names = services.stream()
                .map(service -> service + "." + arns.region() + ".*")
                .toList();
        granted.add(Json.object()
                .put("Effect", "Allow")
                .put("Action", sorted(List.of("kms:Decrypt")))
                .put("Resource", sorted(List.of(key)))
                .put(
                        "Condition",
                        Json.object()
                                .put(
                                        "StringLike",
                                        Json.object()
                                                .put("kms:ViaService", sorted(names))
                                                .build())
                                .build())
                .build());
    }

    RolePolicy grant(Grant grant) {
        Place place = Place.of("@Permission(actions = " + grant.actions() + ")");
        List<String> resources = new ArrayList<>();
        for (String written : grant.resources()) {
            boolean inside = !written.startsWith("${") || written.indexOf('}') != written.length() - 1;
            String resource = placeholders.resolve(written, place, inside ? Arns::name : UnaryOperator.identity());
            if (resource != null) {
                check(grant, written, resource, place);
                resources.add(arns.completed(resource));
            }
        }
        granted.add(statement(grant.actions(), resources));
        return this;
    }

    String text() {
        List<Json> statements = new ArrayList<>();
        byActions.forEach((actions, resources) -> statements.add(statement(actions, resources)));
        statements.addAll(granted);
        String text = document(statements);
        if (text.length() > LIMIT) {
            faults.add(
                    Problem.LM227,
                    Place.of("@Permission"),
                    "The role's policy has " + text.length() + " characters, IAM takes " + LIMIT + ".",
                    "Use wildcards within @Permission's actions and resources, or move classes to a function of their"
                            + " own with @LambdaFunction(name).");
        }
        return text;
    }

    private void check(Grant grant, String written, String resource, Place place) {
        if (resource.equals(EVERYTHING)) {
            if (!grant.actions().stream().allMatch(ResourcelessActions::contains)) {
                faults.add(
                        Problem.LM223,
                        place,
                        "The resource * would allow this on everything in the account.",
                        "Name ARNs in @Permission's resources, for instance arn:aws:dynamodb:::table/orders; where AWS"
                                + " offers none for the action, make the role yourself and name it in <role>.");
            }
        } else if (!resource.startsWith("arn:")) {
            faults.add(
                    Problem.LM224,
                    place,
                    "'" + written + "' gives '" + resource + "', which is no ARN.",
                    "Write an ARN in @Permission's resources; region and account may be left empty, as in"
                            + " arn:aws:dynamodb:::table/orders.");
        }
    }

    private static Json statement(Collection<String> actions, Collection<String> resources) {
        return Json.object()
                .put("Effect", "Allow")
                .put("Action", sorted(actions))
                .put("Resource", sorted(resources))
                .build();
    }

    private static Json sorted(Collection<String> texts) {
        return Json.texts(List.copyOf(new TreeSet<>(texts)));
    }

    private static String document(List<Json> statements) {
        return Json.object()
                .put("Version", "2012-10-17")
                .put("Statement", Json.array(statements))
                .build()
                .canonical();
    }
}
