package io.lambdamaven.plugin.plan.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One route of an HTTP API.
 *
 * @param routeKey {@code GET /orders/{id}} or {@code $default}
 * @param permission the statement that has to be there first
 * @param access who may call it
 */
public record HttpRoute(String apiName, String routeKey, ResourceId permission, Access access) implements Resource {
    /** Everybody may call. */
    public static final String NONE = "NONE";

    /** Only callers whom IAM lets may call. */
    public static final String AWS_IAM = "AWS_IAM";

    /** Only callers whose token an authorizer takes may call. */
    public static final String JWT = "JWT";

    /** Only callers whom a function lets may call. */
    public static final String CUSTOM = "CUSTOM";

    /**
     * Who may call a route.
     *
     * @param type as API Gateway calls it; null where nobody asks, as in front of the local Lambda
     * @param authorizer its name, null for none
     * @param scopes of which a token must have one
     */
    public record Access(@Nullable String type, @Nullable String authorizer, List<String> scopes) {
        /** Nobody asks. */
        public static final Access UNKNOWN = new Access(null, null, List.of());

        /** Everybody. */
        public static final Access OPEN = new Access(NONE, null, List.of());

        public Access {
            scopes = scopes.stream().sorted().toList();
        }

        /** The id of the authorizer that a route of this API asks, or null. */
        public @Nullable ResourceId asks(String apiName) {
            return authorizer == null
                    ? null
                    : HttpAuthorizer.id(
                            apiName, JWT.equals(type) ? HttpAuthorizer.JWT : HttpAuthorizer.REQUEST, authorizer);
        }
    }

    /** A route of which nobody asks who calls it. */
    public HttpRoute(String apiName, String routeKey, ResourceId permission) {
        this(apiName, routeKey, permission, Access.UNKNOWN);
    }

    @Override
    public ResourceId id() {
        return id(apiName, routeKey);
    }

    /** The id of a route. */
    public static ResourceId id(String apiName, String routeKey) {
        return new ResourceId(ResourceType.HTTP_ROUTE, apiName + " " + routeKey);
    }

    @Override
    public SortedMap<String, String> attributes() {
        Attributes attributes = new Attributes();
        if (access.type() != null && !access.type().equals(NONE)) {
            attributes.put(
                    "authorization",
                    access.authorizer() == null ? access.type() : access.type() + " " + access.authorizer());
        }
        if (!access.scopes().isEmpty()) {
            attributes.put("scopes", access.scopes());
        }
        return attributes.toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of("authorization", "scopes");
    }

    @Override
    public List<ResourceId> dependsOn() {
        List<ResourceId> needed = new ArrayList<>(List.of(HttpApi.id(apiName), permission));
        ResourceId authorizer = access.asks(apiName);
        if (authorizer != null) {
            needed.add(authorizer);
        }
        return List.copyOf(needed);
    }
}
