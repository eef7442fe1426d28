package io.lambdamaven.plugin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes Lambda call a method. Names of AWS resources may be literals, ARNs or hold <code>${placeholders}</code>. */
public sealed interface Trigger {

    /** The word used for this kind in the manifest, in lists and for {@code -Dlambda.event}. */
    String kind();

    /**
     * @param method an HTTP method in upper case, or {@code ANY}
     * @param path a template such as {@code /orders/{id}}
     */
    record Http(String method, String path) implements Trigger {
        @Override
        public String kind() {
            return "http";
        }
    }

    /**
     * @param events S3 event types such as {@code s3:ObjectCreated:*}
     * @param prefix of the object key, empty for all
     * @param suffix of the object key, empty for all
     */
    record S3(String bucket, List<String> events, String prefix, String suffix) implements Trigger {
        public S3 {
            events = List.copyOf(events);
        }

        @Override
        public String kind() {
            return "s3";
        }
    }

    /**
     * @param queue name, ARN or placeholder
     * @param batchSize most messages in one event
     * @param batchingWindow seconds to gather a batch
     * @param maximumConcurrency most concurrent batches, or null for no limit of its own
     */
    record Sqs(
            String queue,
            int batchSize,
            int batchingWindow,
            @Nullable Integer maximumConcurrency,
            boolean enabled) implements Trigger {
        @Override
        public String kind() {
            return "sqs";
        }
    }

    /** @param expression {@code rate(...)} or {@code cron(...)} as EventBridge rules take it, in UTC */
    record Schedule(String expression, String description, boolean enabled) implements Trigger {
        @Override
        public String kind() {
            return "schedule";
        }
    }

    /** An operators' entry point, reachable through the alias {@code ops} alone. */
    record Command(String name, String description) implements Trigger {
        @Override
        public String kind() {
            return "command";
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
