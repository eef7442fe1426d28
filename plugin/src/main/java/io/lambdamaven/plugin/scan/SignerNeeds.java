package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.HandlerCall;
import io.lambdamaven.plugin.model.Need;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.ScannedFunction;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.model.Trigger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which of a project's methods need what signs requests. What a stage needs it for is known to the stage alone. */
public final class SignerNeeds {
    private SignerNeeds() {}

    /** Each method with each of its reasons. */
    public static List<Need> of(ScannedProject project) {
        Set<Need> needs = new LinkedHashSet<>();
        for (ScannedFunction function : project.functions()) {
            for (HandlerCall call : function.calls()) {
                String name = call.method().shortName();
                for (Route route : call.routes()) {
                    if (route.trigger() instanceof Trigger.Task) {
                        needs.add(new Need(name, "is a task"));
                    } else if (SignerRule.answersByRequest(route.trigger())) {
                        needs.add(new Need(
                                name, "tells its result to " + route.trigger().kind()));
                    }
                }
                if (call.idempotencyKey() != null) {
                    needs.add(new Need(name, "is idempotent"));
                }
                if (call.parameters().stream().anyMatch(each -> each.binding() instanceof Binding.Connections)) {
                    needs.add(new Need(name, "takes Connections"));
                }
            }
        }
        return List.copyOf(needs);
    }
}
