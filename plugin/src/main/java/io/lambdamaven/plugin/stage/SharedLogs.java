package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Functions of a project may write to one log group: it is made once. */
final class SharedLogs {
    private SharedLogs() {}

    static List<Resource> joined(List<Resource> resources, Diagnostics faults) {
        Map<String, LogGroup> groups = new HashMap<>();
        List<Resource> joined = new ArrayList<>();
        for (Resource each : resources) {
            LogGroup other = each instanceof LogGroup group ? groups.putIfAbsent(group.name(), group) : null;
            if (other == null) {
                joined.add(each);
            } else if (!other.equals(each)) {
                faults.add(
                        Problem.LM239,
                        Place.of("<logGroup>"),
                        "Two functions write to '" + other.name() + "' but do not agree on retention or tags.",
                        "Give both the same <logRetention> and <tags>, or another <logGroup> or -Dlambda.logGroup"
                                + " to one of them.");
            }
        }
        return joined;
    }
}
