package io.lambdamaven.plugin.model;

import java.util.List;

/** An extra permission of a function's role, from {@code @Permission}. Resources may hold placeholders. */
public record Grant(List<String> actions, List<String> resources) {
    public Grant {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }
}
