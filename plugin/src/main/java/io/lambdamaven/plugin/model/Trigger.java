package io.lambdamaven.plugin.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What makes Lambda call a method. Names of AWS resources may be literals, ARNs or hold <code>${placeholders}</code>. */
public sealed interface Trigger {

    /** The word used for this kind in the manifest, in lists and for {@code -Dlambda.event}. */
    String kind();

    /**
     * @param method an HTTP method in upper case, or {@code ANY}
     * @param path a template such as {@code /orders/{id}}
     * @param terms what the route says beyond these
     */
    record Http(String method, String path, HttpTerms terms) implements Trigger {
        /** A route that says no more. */
        public Http(String method, String path) {
            this(method, path, HttpTerms.NONE);
        }

        @Override
        public String kind() {
            return "http";
        }
    }

    /**
     * A hosted application, which takes the HTTP requests that no method takes.
     *
     * @param form {@code main}, {@code rest} or {@code servlet}: how it is started
     * @param className binary name of the class that is started
     * @param port that it opens by itself, 0 for one that it is told
     * @param basePath to be taken off each path, may be empty
     * @param parts binary names of the classes that a servlet's container would find by itself; in the generated handler
     *     only, and not in the manifest
     * @param requestContext whether it is told the event's; in the generated handler only, too
     */
    record Web(String form, String className, int port, String basePath, List<String> parts, boolean requestContext)
            implements Trigger {
        public Web {
            parts = List.copyOf(parts);
        }

        /** One that nothing has to be found for. */
        public Web(String form, String className, int port, String basePath) {
            this(form, className, port, basePath, List.of());
        }

        /** One that is told nothing but requests. */
        public Web(String form, String className, int port, String basePath, List<String> parts) {
            this(form, className, port, basePath, parts, false);
        }

        @Override
        public String kind() {
            return "web";
        }

        /** The class without its package. */
        public String simpleName() {
            return className.substring(className.lastIndexOf('.') + 1);
        }
    }

    /**
     * @param events S3 event types such as {@code s3:ObjectCreated:*}
     * @param prefix of the object key, empty for all
     * @param suffix of the object key, empty for all
     * @param eventBridge whether the bucket tells EventBridge, not the function itself
     */
    record S3(String bucket, List<String> events, String prefix, String suffix, boolean eventBridge)
            implements Trigger {
        public S3 {
            events = List.copyOf(events);
        }

        /** Notifications that the bucket sends to the function. */
        public S3(String bucket, List<String> events, String prefix, String suffix) {
            this(bucket, events, prefix, suffix, false);
        }

        @Override
        public String kind() {
            return "s3";
        }
    }

    /**
     * A trigger that the catalogue describes.
     *
     * @param kind the catalogue's word for it
     * @param values of all attributes, those left to their defaults too
     */
    record Service(String kind, SortedMap<String, Value> values) implements Trigger {
        public Service {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        /** A string or an enum's constant. */
        public String text(String attribute) {
            return of(attribute, Value.Text.class).text();
        }

        public List<String> texts(String attribute) {
            return of(attribute, Value.Texts.class).texts();
        }

        public int number(String attribute) {
            return of(attribute, Value.Whole.class).number();
        }

        public boolean flag(String attribute) {
            return of(attribute, Value.Flag.class).flag();
        }

        private <T extends Value> T of(String attribute, Class<T> type) {
            Value value = values.get(attribute);
            if (!type.isInstance(value)) {
                throw new IllegalArgumentException(kind + " has no such attribute: " + attribute);
            }
            return type.cast(value);
        }
    }

    /**
     * @param expression {@code rate(...)} or {@code cron(...)}, or for EventBridge Scheduler {@code at(...)}
     * @param input JSON that the method is given, empty for none
     * @param timeZone empty for UTC
     * @param flexibleWindow minutes, 0 for none
     * @param startDate empty, or an instant
     * @param endDate empty, or an instant
     */
    record Schedule(
            String expression,
            String description,
            boolean enabled,
            String input,
            String timeZone,
            int flexibleWindow,
            String startDate,
            String endDate)
            implements Trigger {

        /** A schedule as EventBridge rules know it. */
        public Schedule(String expression, String description, boolean enabled) {
            this(expression, description, enabled, "", "", 0, "", "");
        }

        /** Whether only EventBridge Scheduler can do this; a rule cannot. */
        public boolean needsScheduler() {
            return expression.startsWith("at(")
                    || !timeZone.isEmpty()
                    || flexibleWindow > 0
                    || !startDate.isEmpty()
                    || !endDate.isEmpty();
        }

        @Override
        public String kind() {
            return "schedule";
        }
    }

    /**
     * An operators' entry point, reachable through the alias {@code ops} alone.
     *
     * @param arguments in the method's order; one without a name stands for all of {@code args}
     */
    record Command(String name, String description, List<CommandArgument> arguments) implements Trigger {
        public Command {
            arguments = List.copyOf(arguments);
        }

        /** One that takes nothing. */
        public Command(String name, String description) {
            this(name, description, List.of());
        }

        /** Whether its arguments have names. */
        public boolean isNamed() {
            return arguments.stream().anyMatch(argument -> !argument.name().isEmpty());
        }

        @Override
        public String kind() {
            return "command";
        }
    }

    /**
     * A call of this project's own code, made earlier.
     *
     * @param id unique in the project
     * @param transport {@code LAMBDA}, {@code SQS} or {@code SNS}
     * @param captureResult whether what becomes of it is kept
     * @param idempotent whether it is done once however often it is delivered
     */
    record Task(String id, String transport, boolean captureResult, boolean idempotent) implements Trigger {
        @Override
        public String kind() {
            return "task";
        }

        /** Whether there has to be a table for its states. */
        public boolean isKept() {
            return captureResult || idempotent;
        }
    }

    /** Any payload that no service sent. */
    record Invoke() implements Trigger {
        @Override
        public String kind() {
            return "invoke";
        }
    }
}
