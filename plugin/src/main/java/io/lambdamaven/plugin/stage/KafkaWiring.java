package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.MappedSource;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A topic of an MSK cluster, or of a Kafka cluster that somebody else runs. */
final class KafkaWiring implements ServiceWiring {
    private static final List<String> POLLING =
            List.of("kafka:DescribeCluster", "kafka:DescribeClusterV2", "kafka:GetBootstrapBrokers");

    private final PolledSource sources = new PolledSource();

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        wires.resolveAll(route, trigger);
        String topic = wires.runtimeText(route, trigger, "topic");
        String secret = wires.text(route, trigger, "secret");
        String group = wires.text(route, trigger, "consumerGroup");
        MappedSource cluster =
                trigger.text("cluster").isEmpty() ? brokers(route, trigger, wires) : msk(route, trigger, wires);
        if (topic == null || secret == null || group == null || cluster == null) {
            return;
        }
        if (!cluster.hasBrokers()) {
            wires.allow(POLLING, List.of(cluster.at()));
            PolledSource.allowNetwork(wires);
            if (secret.isEmpty()) {
                allowSigningIn(cluster.at(), topic, group, wires);
            }
        }
        sources.map(
                route,
                trigger,
                wires,
                cluster.with(MappedSource.TOPIC, topic),
                PolledSource.reportsFailures(route),
                Readings.of(
                        trigger,
                        PolledSource.onFailure(route, trigger, wires),
                        access(route, trigger, secret, cluster.hasBrokers(), wires),
                        group));
    }

    private static @Nullable MappedSource msk(Route route, Trigger.Service trigger, Wires wires) {
        String cluster = PolledSource.arn(route, trigger, "cluster", "kafka", wires);
        return cluster == null ? null : MappedSource.of(cluster);
    }

    private static @Nullable MappedSource brokers(Route route, Trigger.Service trigger, Wires wires) {
        List<String> servers = new ArrayList<>();
        for (String written : trigger.texts("bootstrapServers")) {
            String server = wires.text(written, Wires.place(route, trigger, "bootstrapServers"));
            if (server == null) {
                return null;
            }
            servers.add(server);
        }
        return MappedSource.brokers(servers);
    }

    /** Without a secret an MSK cluster knows its readers by their role. */
    private static void allowSigningIn(String cluster, String topic, String group, Wires wires) {
        wires.allow(
                List.of("kafka-cluster:Connect", "kafka-cluster:DescribeClusterDynamicConfiguration"),
                List.of(cluster));
        wires.allow(
                List.of("kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"),
                List.of(cluster.replaceFirst(":cluster/", ":topic/") + "/" + topic));
        wires.allow(
                List.of("kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"),
                List.of(cluster.replaceFirst(":cluster/", ":group/") + "/" + (group.isEmpty() ? "*" : group)));
    }

    private static SortedMap<String, String> access(
            Route route, Trigger.Service trigger, String secret, boolean selfManaged, Wires wires) {
        SortedMap<String, String> access = new TreeMap<>();
        String authentication = trigger.text("authentication");
        if (!secret.isEmpty()) {
            String usual = selfManaged ? "BASIC_AUTH" : "SASL_SCRAM_512_AUTH";
            access.put(authentication.isEmpty() ? usual : authentication, secret);
            PolledSource.allowSecret(wires, secret);
        } else if (!authentication.isEmpty()) {
            wires.fault(
                    Problem.LM271,
                    Wires.place(route, trigger, "authentication"),
                    "For " + authentication + " Lambda needs a secret, and none is named.",
                    "Name the secret's ARN in the annotation's attribute secret, or leave authentication out.");
        }
        return access;
    }
}
