package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.UserPoolHooks;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A user pool calls one function at each moment. */
final class SharedPools {
    private SharedPools() {}

    static void check(List<Resource> resources, Diagnostics faults) {
        Map<String, UserPoolHooks> taken = new TreeMap<>();
        for (Resource resource : resources) {
            if (resource instanceof UserPoolHooks hooks) {
                for (String hook : hooks.hooks()) {
                    UserPoolHooks other = taken.putIfAbsent(hooks.pool() + " " + hook, hooks);
                    // Two functions of one name are told already.
                    if (other != null && !other.functionName().equals(hooks.functionName())) {
                        faults.add(
                                Problem.LM241,
                                Place.of("@CognitoTrigger on user pool " + hooks.pool()),
                                "Both '" + other.functionName() + "' and '" + hooks.functionName() + "' take its "
                                        + hook + ", and a user pool calls one function.",
                                "Let one method take it, or name another pool in @CognitoTrigger(userPool).");
                    }
                }
            }
        }
    }
}
