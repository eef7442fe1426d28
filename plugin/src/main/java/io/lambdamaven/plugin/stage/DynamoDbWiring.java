package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.MappedSource;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;

/** A table: the mapping reads the stream that it has today. */
final class DynamoDbWiring implements ServiceWiring {
    private static final List<String> POLLING = List.of(
            "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams");

    private final PolledSource sources = new PolledSource();

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        wires.resolveAll(route, trigger);
        String resolved = wires.runtimeText(route, trigger, "table");
        if (resolved == null) {
            return;
        }
        String arn = wires.arns().table(resolved);
        if (arn == null) {
            wires.fault(
                    Problem.LM273,
                    Wires.place(route, trigger, "table"),
                    "'" + resolved + "' is neither a table's name nor its ARN.",
                    Wires.correct("table", trigger.text("table")));
            return;
        }
        String table = arn.replaceFirst("/stream/.*", "");
        wires.allow(POLLING, List.of(table + "/stream/*"));
        sources.map(
                route,
                trigger,
                wires,
                MappedSource.of(arn),
                PolledSource.reportsFailures(route),
                Readings.windowed(trigger, "", PolledSource.onFailure(route, trigger, wires)));
    }
}
