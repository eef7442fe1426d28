package io.lambdamaven.plugin.plan.resource;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an event source mapping reads. A DynamoDB table stands for its stream of today, a consumer of a Kinesis stream for
 * the one that has its name now: the labels that AWS appends come and go.
 *
 * @param at an ARN, or the brokers of a Kafka cluster of one's own, sorted and joined by commas
 * @param parts topic, or queue and virtual host, or database and collection; empty where the ARN says all
 */
public record MappedSource(String at, SortedMap<String, String> parts) {
    public static final String TOPIC = "topic";
    public static final String QUEUE = "queue";
    public static final String VIRTUAL_HOST = "virtualHost";
    public static final String DATABASE = "database";
    public static final String COLLECTION = "collection";

    public MappedSource {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** All that the ARN names. */
    public static MappedSource of(String arn) {
        return new MappedSource(arn, new TreeMap<>());
    }

    /** One part of what is there, such as a topic of a cluster. */
    public MappedSource with(String part, String name) {
        TreeMap<String, String> more = new TreeMap<>(parts);
        if (!name.isEmpty()) {
            more.put(part, name);
        }
        return new MappedSource(at, more);
    }

    /** Brokers of a Kafka cluster that is not Amazon's, in any order. */
    public static MappedSource brokers(List<String> servers) {
        return of(String.join(",", servers.stream().sorted().distinct().toList()));
    }

    /** Whether there is no ARN, but the addresses of brokers. */
    public boolean hasBrokers() {
        return !at.startsWith("arn:");
    }

    /** The service's part of the ARN; {@code kafka} for every Kafka cluster. */
    public String service() {
        return hasBrokers() ? "kafka" : at.split(":", 4)[2];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(at);
        parts.forEach((part, name) -> text.append(' ').append(part).append(' ').append(name));
        return text.toString();
    }
}
