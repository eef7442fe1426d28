package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names of rules are cut, so that two functions with long names may ask for one rule to keep them warm. */
final class SharedRules {
    private SharedRules() {}

    static void check(List<Resource> resources, Diagnostics faults) {
        Map<String, ScheduleRule> taken = new TreeMap<>();
        for (Resource resource : resources) {
            if (resource instanceof ScheduleRule rule
                    && DerivedNames.routeId(rule.name()).equals(DerivedNames.KEEP_WARM)) {
                ScheduleRule other = taken.putIfAbsent(rule.name(), rule);
                // Two functions of one name are told already.
                if (other != null && !other.functionName().equals(rule.functionName())) {
                    report(other, rule, faults);
                }
            }
        }
    }

    private static void report(ScheduleRule first, ScheduleRule second, Diagnostics faults) {
        int kept = DerivedNames.scheduleRulePrefix(first.functionName()).length() - 1;
        faults.add(
                Problem.LM228,
                Place.of("<keepWarm>"),
                "The rule '" + first.name() + "' would keep both '" + first.functionName() + "' and '"
                        + second.functionName() + "' warm, and a rule's name has room for " + kept
                        + " characters of a function's.",
                "Give one of them a <functionName> that differs in them, or set <keepWarm> to none for one in"
                        + " <functions>.");
    }
}
