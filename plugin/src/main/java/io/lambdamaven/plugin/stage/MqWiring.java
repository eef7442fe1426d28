package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.MappedSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A queue of an Amazon MQ broker, ActiveMQ or RabbitMQ. */
final class MqWiring implements ServiceWiring {
    private final PolledSource sources = new PolledSource();

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        wires.resolveAll(route, trigger);
        String broker = PolledSource.arn(route, trigger, "broker", "mq", wires);
        String queue = wires.runtimeText(route, trigger, "queue");
        String host = wires.runtimeText(route, trigger, "virtualHost");
        String secret = PolledSource.neededSecret(route, trigger, wires);
        if (broker == null || queue == null || host == null || secret == null) {
            return;
        }
        wires.allow(List.of("mq:DescribeBroker"), List.of(broker));
        PolledSource.allowSecret(wires, secret);
        PolledSource.allowNetwork(wires);
        boolean rabbit = trigger.text("engine").equals("RABBITMQ");
        MappedSource source = MappedSource.of(broker).with(MappedSource.QUEUE, queue);
        sources.map(
                route,
                trigger,
                wires,
                rabbit ? source.with(MappedSource.VIRTUAL_HOST, host) : source,
                false,
                Readings.of(trigger, null, new TreeMap<>(Map.of("BASIC_AUTH", secret)), ""));
    }
}
