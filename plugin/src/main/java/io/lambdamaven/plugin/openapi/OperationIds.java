package io.lambdamaven.plugin.openapi;

import io.lambdamaven.plugin.model.HandlerCall;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of operations, unique in a document and as short as that allows: generated clients call their methods so. */
final class OperationIds {
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<String, Integer> byClass = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    OperationIds(List<Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            int methods = endpoint.methods().size();
            byName.merge(endpoint.call().method().methodName(), methods, Integer::sum);
            byClass.merge(qualified(endpoint.call()), methods, Integer::sum);
        }
    }

    /** {@code get}, or {@code OrderApi_get}, or {@code OrderApi_get_put}, and a number after it at last. */
    String of(Endpoint endpoint, String method) {
        HandlerCall call = endpoint.call();
        String id = call.method().methodName();
        if (byName.getOrDefault(id, 0) > 1) {
            id = qualified(call);
            if (byClass.getOrDefault(id, 0) > 1) {
                id += "_" + method.toLowerCase(Locale.ROOT);
            }
        }
        int times = taken.merge(id, 1, Integer::sum);
        return times == 1 ? id : id + "_" + times;
    }

    /** The class without its package. */
    static String simpleName(HandlerCall call) {
        return String.join(".", call.owner().simpleNames());
    }

    private static String qualified(HandlerCall call) {
        return simpleName(call) + "_" + call.method().methodName();
    }
}
