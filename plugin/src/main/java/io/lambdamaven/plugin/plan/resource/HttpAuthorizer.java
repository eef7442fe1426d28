package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who decides about the callers of an HTTP API.
 *
 * @param name as the settings have it
 * @param check what it does
 * @param identitySources where a request says who calls
 * @param permission the statement that has to be there first, or null for none
 */
public record HttpAuthorizer(
        String apiName,
        String name,
        Check check,
        List<String> identitySources,
        @Nullable ResourceId permission) implements Resource {
    /** The type of those that check tokens. */
    public static final String JWT = "JWT";

    /** The type of those that ask a function. */
    public static final String REQUEST = "REQUEST";

    public HttpAuthorizer {
        identitySources = identitySources.stream().sorted().toList();
    }

    /**
     * What it does: checks tokens ({@link #JWT}) or asks a function ({@link #REQUEST}).
     *
     * @param issuer of the tokens, null for a function
     * @param audience of the tokens, empty for a function
     * @param function ARN of what is asked, null for tokens
     * @param payloadFormatVersion {@code 1.0} or {@code 2.0}, null for tokens
     * @param simpleResponses whether the function answers yes or no, not with a policy
     * @param resultTtl seconds that an answer is kept
     * @param credentials ARN of the role in which the function is called, null for its resource policy
     */
    public record Check(
            String type,
            @Nullable String issuer,
            List<String> audience,
            @Nullable String function,
            @Nullable String payloadFormatVersion,
            boolean simpleResponses,
            int resultTtl,
            @Nullable String credentials) {
        public Check {
            audience = audience.stream().sorted().toList();
        }

        /** One that checks tokens. */
        public static Check tokens(String issuer, List<String> audience) {
            return new Check(JWT, issuer, audience, null, null, false, 0, null);
        }
    }

    @Override
    public ResourceId id() {
        return id(apiName, check.type(), name);
    }

    /** The id of an authorizer: one of the other type is another one. */
    public static ResourceId id(String apiName, String type, String name) {
        return new ResourceId(ResourceType.HTTP_AUTHORIZER, apiName + " " + type + " " + name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        Attributes attributes = new Attributes()
                .put("issuer", check.issuer())
                .put("function", check.function())
                .put("payloadFormatVersion", check.payloadFormatVersion())
                .put("simpleResponses", check.simpleResponses() ? "true" : null)
                .put("resultTtl", check.resultTtl() == 0 ? null : check.resultTtl())
                .put("credentials", check.credentials());
        if (!check.audience().isEmpty()) {
            attributes.put("audience", check.audience());
        }
        if (!identitySources.isEmpty()) {
            attributes.put("identitySources", identitySources);
        }
        return attributes.toMap();
    }

    @Override
    public Set<String> noneWhenAbsent() {
        return Set.of(
                "audience",
                "credentials",
                "function",
                "identitySources",
                "issuer",
                "payloadFormatVersion",
                "resultTtl",
                "simpleResponses");
    }

    @Override
    public List<ResourceId> dependsOn() {
        return Stream.of(HttpApi.id(apiName), permission)
                .filter(Objects::nonNull)
                .map(ResourceId.class::cast)
                .toList();
    }
}
