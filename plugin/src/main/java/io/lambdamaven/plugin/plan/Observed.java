package io.lambdamaven.plugin.plan;

import io.lambdamaven.plugin.plan.resource.Resource;
import java.util.List;

/** Every resource that is there and is ours, whether still wanted or not. */
public record Observed(List<Resource> resources) {
    public Observed {
        resources = List.copyOf(resources);
    }
}
