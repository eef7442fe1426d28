package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A schedule of EventBridge Scheduler, which calls the alias in the name of a role. Schedules have no tags: ours are known
 * by name and target.
 *
 * @param expression {@code rate(...)}, {@code cron(...)} or {@code at(...)}
 * @param timeZone as the IANA database names it
 * @param flexibleWindow minutes, 0 for none
 * @param startDate an instant, null for none
 * @param endDate an instant, null for none
 * @param input the event, JSON
 * @param role name of the role that may call the alias
 */
public record Schedule(
        String name,
        @Nullable String expression,
        @Nullable String timeZone,
        @Nullable Integer flexibleWindow,
        @Nullable String startDate,
        @Nullable String endDate,
        @Nullable String description,
        @Nullable Boolean enabled,
        @Nullable String input,
        String functionName,
        String alias,
        String role)
        implements Resource {
    @Override
    public ResourceId id() {
        return new ResourceId(ResourceType.SCHEDULE, name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("expression", expression)
                .put("timeZone", timeZone)
                .put("flexibleWindow", flexibleWindow)
                .put("startDate", startDate)
                .put("endDate", endDate)
                .put("description", description)
                .put("enabled", enabled)
                .put("input", input)
                .put("target", functionName + ":" + alias)
                .put("role", role)
                .toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of("startDate", "endDate");
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(Alias.id(functionName, alias), new ResourceId(ResourceType.ROLE, role));
    }
}
