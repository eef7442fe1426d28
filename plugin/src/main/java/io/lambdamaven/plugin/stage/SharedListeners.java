package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.ListenerRule;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A listener asks its rules one after the other, so that no two of them can have one priority. */
final class SharedListeners {
    private SharedListeners() {}

    static void check(List<Resource> resources, Diagnostics faults) {
        Map<String, ListenerRule> taken = new TreeMap<>();
        for (Resource resource : resources) {
            if (resource instanceof ListenerRule rule && rule.priority() != null) {
                ListenerRule other = taken.putIfAbsent(rule.listener() + " " + rule.priority(), rule);
                // Two functions of one name are told already.
                if (other != null && !other.name().equals(rule.name())) {
                    faults.add(
                            Problem.LM269,
                            Place.of("<alb><priority>"),
                            "The rules to '" + other.name() + "' and '" + rule.name() + "' would both have priority "
                                    + rule.priority() + " of one listener.",
                            "Set <alb><priority> to another one for one of them in <functions>, or to none for a free"
                                    + " one.");
                }
            }
        }
    }
}
