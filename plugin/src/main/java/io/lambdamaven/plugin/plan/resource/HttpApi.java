package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP API with its one proxy integration (payload 2.0, to the alias).
 *
 * @param disableExecuteApiEndpoint whether only a domain of one's own leads to it; null where nobody tells
 * @param ipAddressType {@code ipv4} or {@code dualstack}; null where nobody tells
 */
public record HttpApi(
        String name,
        String functionName,
        String alias,
        Cors cors,
        @Nullable Boolean disableExecuteApiEndpoint,
        @Nullable String ipAddressType,
        Map<String, String> tags)
        implements Resource {
    /** What API Gateway gives an API that does not ask for anything else. */
    public static final String USUAL_ADDRESSES = "ipv4";

    public HttpApi {
        tags = Map.copyOf(tags);
    }

    /** As API Gateway makes it. */
    public HttpApi(String name, String functionName, String alias, Map<String, String> tags) {
        this(name, functionName, alias, Cors.NONE, false, USUAL_ADDRESSES, tags);
    }

    @Override
    public ResourceId id() {
        return id(name);
    }

    /** The id of an API. */
    public static ResourceId id(String name) {
        return new ResourceId(ResourceType.HTTP_API, name);
    }

    /** Stands for the id that API Gateway gives the API, in a source ARN. */
    public static String idToken(String apiName) {
        return "{api-id:" + apiName + "}";
    }

    @Override
    public SortedMap<String, String> attributes() {
        Attributes attributes =
                new Attributes().put("integration", functionName + ":" + alias).put("tags", tags);
        cors.attributes(attributes);
        return attributes
                .put("disableExecuteApiEndpoint", Boolean.TRUE.equals(disableExecuteApiEndpoint) ? "true" : null)
                .put("ipAddressType", USUAL_ADDRESSES.equals(ipAddressType) ? null : ipAddressType)
                .toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        Set<String> told = new TreeSet<>(Cors.told());
        if (disableExecuteApiEndpoint != null) {
            told.add("disableExecuteApiEndpoint");
        }
        if (ipAddressType != null) {
            told.add("ipAddressType");
        }
        return told;
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(Alias.id(functionName, alias));
    }
}
