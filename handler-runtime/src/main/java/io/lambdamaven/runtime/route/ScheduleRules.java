package io.lambdamaven.runtime.route;

import org.jspecify.annotations.Nullable;

/**
 * The names of the EventBridge rules that the deployer makes: {@code <function>-<route id>}, the function's name cut
 * where the whole would be longer than EventBridge allows.
 */
final class ScheduleRules {
    /** In the place of a route's id, of which none looks like this. */
    static final String KEEP_WARM = "keepwarm";

    private static final int LONGEST = 64;

    private final @Nullable String functionName;

    ScheduleRules(@Nullable String functionName) {
        this.functionName = functionName;
    }

    String nameOf(String routeId) {
        String function = functionName == null ? "" : functionName;
        int room = LONGEST - 1 - routeId.length();
        return (function.length() <= room ? function : function.substring(0, room)) + "-" + routeId;
    }

    /** What follows {@code rule/}, without the name of an event bus. */
    static String nameIn(String ruleArn) {
        int rule = ruleArn.indexOf(":rule/");
        String name = rule < 0 ? ruleArn : ruleArn.substring(rule + ":rule/".length());
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
