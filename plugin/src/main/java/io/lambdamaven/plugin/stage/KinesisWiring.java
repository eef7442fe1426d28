package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.MappedSource;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;

/** A data stream, read with all others or through a consumer of one's own. */
final class KinesisWiring implements ServiceWiring {
    private static final List<String> POLLING = List.of(
            "kinesis:DescribeStream",
            "kinesis:DescribeStreamSummary",
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:ListShards");

    private final PolledSource sources = new PolledSource();

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        wires.resolveAll(route, trigger);
        String resolved = wires.runtimeText(route, trigger, "stream");
        String consumer = wires.text(route, trigger, "consumer");
        if (resolved == null || consumer == null) {
            return;
        }
        String stream = wires.arns().dataStream(resolved);
        if (stream == null) {
            wires.fault(
                    Problem.LM273,
                    Wires.place(route, trigger, "stream"),
                    "'" + resolved + "' is neither a data stream's name nor its ARN.",
                    Wires.correct("stream", trigger.text("stream")));
            return;
        }
        wires.allow(POLLING, List.of(stream));
        String arn = stream;
        if (!consumer.isEmpty()) {
            arn = consumer.startsWith("arn:") ? consumer : stream + "/consumer/" + consumer;
            wires.allow(List.of("kinesis:SubscribeToShard"), List.of(consumer.startsWith("arn:") ? arn : arn + ":*"));
        }
        sources.map(
                route,
                trigger,
                wires,
                MappedSource.of(arn),
                PolledSource.reportsFailures(route),
                Readings.windowed(
                        trigger,
                        trigger.text("startingPositionTimestamp"),
                        PolledSource.onFailure(route, trigger, wires)));
    }
}
