package io.lambdamaven.plugin.plan.resource;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A REST API with all its resources and methods, each a proxy of the alias. Nobody can call it before a stage has a
 * deployment of it.
 *
 * @param methods by HTTP method and path, {@code GET /orders/{id}}
 * @param authorizers by name
 */
public record RestApi(
        String name,
        String functionName,
        String alias,
        SortedMap<String, Method> methods,
        SortedMap<String, Authorizer> authorizers,
        Options options,
        Map<String, String> tags)
        implements Resource {
    /** Everybody may call. */
    public static final String NONE = "NONE";

    /** Only callers whom IAM lets may call. */
    public static final String AWS_IAM = "AWS_IAM";

    /** Only callers whom a function lets may call. */
    public static final String CUSTOM = "CUSTOM";

    /** Only callers with a token of a user pool may call. */
    public static final String COGNITO_USER_POOLS = "COGNITO_USER_POOLS";

    /**
     * Who may call a method.
     *
     * @param type one of the four above
     * @param authorizer its name, null for none
     * @param scopes of which a token must have one
     * @param apiKey whether a caller has to show a key
     */
    public record Method(String type, @Nullable String authorizer, List<String> scopes, boolean apiKey) {
        public Method {
            scopes = scopes.stream().sorted().toList();
        }

        private String text() {
            return type
                    + (authorizer == null ? "" : " " + authorizer)
                    + (scopes.isEmpty() ? "" : " with " + String.join(" or ", scopes))
                    + (apiKey ? " and an API key" : "");
        }
    }

    /**
     * Who decides about callers.
     *
     * @param type {@code TOKEN}, {@code REQUEST} or {@code COGNITO_USER_POOLS}
     * @param function ARN of what is asked, null for user pools
     * @param userPools their ARNs
     * @param identitySources where a request says who calls
     * @param resultTtl seconds that an answer is kept
     * @param validation what a token must look like to be looked at, null for anything
     * @param credentials ARN of the role in which the function is called, null for its resource policy
     */
    public record Authorizer(
            String type,
            @Nullable String function,
            List<String> userPools,
            List<String> identitySources,
            int resultTtl,
            @Nullable String validation,
            @Nullable String credentials) {
        /** The type of those that ask a function about a token. */
        public static final String TOKEN = "TOKEN";

        /** The type of those that ask a function about a request. */
        public static final String REQUEST = "REQUEST";

        public Authorizer {
            userPools = userPools.stream().sorted().toList();
            identitySources = identitySources.stream().sorted().toList();
        }

        private String text() {
            StringBuilder text = new StringBuilder(type);
            text.append(' ').append(function == null ? String.join(" ", userPools) : function);
            identitySources.forEach(source -> text.append(' ').append(source));
            text.append(" ttl ").append(resultTtl);
            if (validation != null) {
                text.append(" validation ").append(validation);
            }
            if (credentials != null) {
                text.append(" as ").append(credentials);
            }
            return text.toString();
        }
    }

    /**
     * What is set for the API as a whole.
     *
     * @param endpointType {@code EDGE}, {@code REGIONAL} or {@code PRIVATE}
     * @param vpcEndpointIds of a private API
     * @param minimumCompressionSize bytes from which on answers are compressed, null for never
     * @param policy its resource policy as JSON without blanks, null for none
     */
    public record Options(
            @Nullable String description,
            String endpointType,
            List<String> vpcEndpointIds,
            List<String> binaryMediaTypes,
            @Nullable Integer minimumCompressionSize,
            @Nullable String policy,
            boolean disableExecuteApiEndpoint) {
        public Options {
            vpcEndpointIds = vpcEndpointIds.stream().sorted().toList();
            binaryMediaTypes = binaryMediaTypes.stream().sorted().toList();
        }
    }

    public RestApi {
        methods = Collections.unmodifiableSortedMap(new TreeMap<>(methods));
        authorizers = Collections.unmodifiableSortedMap(new TreeMap<>(authorizers));
        tags = Map.copyOf(tags);
    }

    @Override
    public ResourceId id() {
        return id(name);
    }

    /** The id of the API of this name. */
    public static ResourceId id(String name) {
        return new ResourceId(ResourceType.REST_API, name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        Attributes attributes = new Attributes().put("tags", tags);
        attributes
                .putAll(definition())
                .put("description", options.description())
                .put("endpointType", options.endpointType())
                .put("disableExecuteApiEndpoint", options.disableExecuteApiEndpoint() ? "true" : null);
        if (!options.vpcEndpointIds().isEmpty()) {
            attributes.put("vpcEndpointIds", options.vpcEndpointIds());
        }
        return attributes.toMap();
    }

    /** What a caller notices only when it was deployed to a stage. */
    public SortedMap<String, String> definition() {
        Attributes attributes = new Attributes().put("integration", functionName + ":" + alias);
        attributes.putEach("methods", methods, Method::text).putEach("authorizers", authorizers, Authorizer::text);
        if (!options.binaryMediaTypes().isEmpty()) {
            attributes.put("binaryMediaTypes", options.binaryMediaTypes());
        }
        return attributes
                .put("minimumCompressionSize", options.minimumCompressionSize())
                .put("policy", options.policy())
                .toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of(
                "authorizers",
                "binaryMediaTypes",
                "description",
                "disableExecuteApiEndpoint",
                "methods",
                "minimumCompressionSize",
                "policy",
                "vpcEndpointIds");
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(Alias.id(functionName, alias));
    }
}
