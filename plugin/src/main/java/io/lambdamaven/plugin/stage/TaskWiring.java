package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.SnsSubscription;
import io.lambdamaven.plugin.plan.resource.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tasks need: beside each function that has some its queue and its topic, which admit the project's roles alone, and
 * one table for the states of all of them and of keys that are to be served once.
 */
final class TaskWiring {
    /** Names that no placeholder's variable can have; the runtime knows the same. */
    private static final String FUNCTIONS = Placeholders.VARIABLE_PREFIX + "_TASK_FUNCTIONS";

    private static final String BUCKET = Placeholders.VARIABLE_PREFIX + "_TASK_BUCKET";
    private static final String TABLE = Placeholders.VARIABLE_PREFIX + "_TASK_TABLE";

    private static final int NAME_LIMIT = 80;

    /** The longest that SQS knows: 14 days. */
    private static final String RETENTION = "1209600";

    /** AWS's advice for queues that Lambda polls: throttled receives count as well. */
    private static final String TRIES = "5";

    private final FunctionModel function;
    private final int timeout;
    private final Neighbours neighbours;
    private final Wires wires;
    private final String table;

    TaskWiring(FunctionModel function, int timeout, Neighbours neighbours, Wires wires, String projectAndStage) {
        this.function = function;
        this.timeout = timeout;
        this.neighbours = neighbours;
        this.wires = wires;
        this.table = Digests.shortened(projectAndStage + "-tasks", NAME_LIMIT);
    }

    /** Adds what is needed, and returns what the runtime has to know. */
    Map<String, String> wire() {
        List<String> places = new ArrayList<>();
        boolean kept = false;
        for (int i = 0; i < neighbours.functions().size(); i++) {
            FunctionModel each = neighbours.functions().get(i);
            String name = neighbours.settings().get(i).functionName();
            kept |= each.idempotent();
            if (!tasks(each).isEmpty()) {
                places.add(each.name() + "=" + wires.arns().of("lambda", "function:" + name));
                send(each, name);
                kept |= tasks(each).stream().anyMatch(Trigger.Task::isKept);
            }
        }
        receive();
        Map<String, String> environment = new TreeMap<>();
        if (!places.isEmpty()) {
            environment.put(FUNCTIONS, String.join(" ", places));
            bucket(environment);
        }
        if (kept) {
            environment.put(TABLE, table);
        }
        // The local Lambda has a table as soon as a function names it.
        if (kept && wires.onAws()) {
            wires.allow(
                    List.of("dynamodb:GetItem", "dynamodb:UpdateItem"),
                    List.of(wires.arns().of("dynamodb", "table/" + table)));
            if (isFirst()) {
                wires.add(new Source(
                        ResourceType.TABLE,
                        table,
                        new TreeMap<>(Map.of("key", "id (S)", "billing", "on demand", "ttl", "expires")),
                        wires.tags()));
            }
        }
        return environment;
    }

    /** Every function of the project may send and receive what is larger than a message. */
    private void bucket(Map<String, String> environment) {
        String bucket = neighbours.taskBucket();
        if (bucket != null) {
            environment.put(BUCKET, bucket);
            wires.allow(
                    List.of("s3:GetObject", "s3:PutObject"),
                    List.of("arn:" + wires.where().partition() + ":s3:::" + bucket + "/tasks/*"));
        }
    }

    private boolean isFirst() {
        return neighbours.functions().get(0).name().equals(function.name());
    }

    private static List<Trigger.Task> tasks(FunctionModel function) {
        return function.routes().stream()
                .filter(route -> route.trigger() instanceof Trigger.Task)
                .map(route -> (Trigger.Task) route.trigger())
                .toList();
    }

    private static boolean has(FunctionModel function, String transport) {
        return tasks(function).stream().anyMatch(task -> task.transport().equals(transport));
    }

    private void send(FunctionModel to, String name) {
        if (has(to, "LAMBDA")) {
            wires.allow(
                    List.of("lambda:InvokeFunction"),
                    List.of(wires.arns().of("lambda", "function:" + name + ":" + DerivedNames.OPS)));
        }
        if (has(to, "SQS")) {
            wires.allow(List.of("sqs:SendMessage"), List.of(wires.arns().of("sqs", name + "-tasks")));
        }
        if (has(to, "SNS")) {
            wires.allow(List.of("sns:Publish"), List.of(wires.arns().of("sns", name + "-tasks")));
        }
    }

    /** Where asynchronous calls go that failed for good: the queue's ARN by alias. */
    Map<String, String> failures() {
        Map<String, String> failures = new TreeMap<>();
        if (wires.onAws() && has(function, "LAMBDA")) {
            failures.put(DerivedNames.OPS, wires.arns().of("sqs", failed()));
        }
        if (wires.onAws() && has(function, "SNS")) {
            failures.put(DerivedNames.LIVE, wires.arns().of("sqs", failed()));
        }
        return failures;
    }

    private String failed() {
        return wires.functionName() + "-tasks-failed";
    }

    /** For tasks that failed for good. SQS puts them there by itself, Lambda in the role's name. */
    private void keepFailed() {
        String name = failed();
        String arn = wires.arns().of("sqs", name);
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put(Source.RETENTION, RETENTION);
        if (has(function, "SNS")) {
            settings.put(Source.POLICY, deliverable(arn, wires.arns().of("sns", wires.functionName() + "-tasks")));
        }
        wires.add(new Source(ResourceType.QUEUE, name, settings, wires.tags()));
        if (!failures().isEmpty()) {
            wires.allow(List.of("sqs:SendMessage"), List.of(arn));
        }
    }

    private void receive() {
        String name = wires.functionName() + "-tasks";
        if (wires.onAws() && !tasks(function).isEmpty()) {
            keepFailed();
        }
        if (has(function, "SQS")) {
            String queue = wires.arns().of("sqs", name);
            SortedMap<String, String> settings = new TreeMap<>();
            settings.put("visibilityTimeout", String.valueOf(MissingSources.visibility(timeout)));
            settings.put(Source.RETENTION, RETENTION);
            settings.put(Source.POLICY, policy("sqs:SendMessage", queue));
            settings.put(Source.FAILED, failed());
            settings.put(Source.TRIES, TRIES);
            wires.add(new Source(ResourceType.QUEUE, name, settings, wires.tags()));
            wires.allow(SqsWiring.POLLING, List.of(queue));
            wires.add(new EventSourceMapping(
                    wires.functionName(), DerivedNames.LIVE, queue, 1, 0, null, true, true, wires.tags()));
        }
        if (has(function, "SNS")) {
            String topic = wires.arns().of("sns", name);
            wires.add(new Source(
                    ResourceType.TOPIC,
                    name,
                    new TreeMap<>(Map.of(Source.POLICY, policy("sns:Publish", topic))),
                    wires.tags()));
            ResourceId permission = wires.permit(
                    DerivedNames.LIVE, DerivedNames.statementFor("sns", topic), "sns.amazonaws.com", topic);
            wires.add(new SnsSubscription(
                    topic,
                    wires.functionName(),
                    DerivedNames.LIVE,
                    null,
                    null,
                    wires.onAws() ? wires.arns().of("sqs", failed()) : null,
                    permission));
        }
    }

    /** SNS has no role to deliver in the name of. */
    private static String deliverable(String queue, String topic) {
        return Json.object()
                .put("Version", "2012-10-17")
                .put(
                        "Statement",
                        Json.object()
                                .put("Sid", "TopicOfTasks")
                                .put("Effect", "Allow")
                                .put(
                                        "Principal",
                                        Json.object()
                                                .put("Service", "sns.amazonaws.com")
                                                .build())
                                .put("Action", "sqs:SendMessage")
                                .put("Resource", queue)
                                .put(
                                        "Condition",
                                        Json.object()
                                                .put(
                                                        "ArnEquals",
                                                        Json.object()
                                                                .put("aws:SourceArn", topic)
                                                                .build())
                                                .build())
                                .build())
                .build()
                .canonical();
    }

    /** In one account a role's own policy suffices to send; so all but the project's roles are refused. */
    private String policy(String action, String arn) {
        List<String> roles = neighbours.settings().stream()
                .map(each -> {
                    String existing = each.role();
                    return wires.arns().role(existing == null ? FunctionState.roleName(each, wires.where()) : existing);
                })
                .distinct()
                .sorted()
                .toList();
        return Json.object()
                .put("Version", "2012-10-17")
                .put(
                        "Statement",
                        Json.object()
                                .put("Sid", "ProjectsRolesAlone")
                                .put("Effect", "Deny")
                                .put("Principal", "*")
                                .put("Action", action)
                                .put("Resource", arn)
                                .put(
                                        "Condition",
                                        Json.object()
                                                .put(
                                                        "ArnNotEquals",
                                                        Json.object()
                                                                .put("aws:PrincipalArn", Json.texts(roles))
                                                                .build())
                                                .build())
                                .build())
                .build()
                .canonical();
    }
}
