package io.lambdamaven.plugin.plan;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One AWS resource as it should be, or as it is. The same types describe both; in what was observed, null means that
 * the endpoint did not tell.
 */
public sealed interface Resource {
    /** Kind and whole name. */
    ResourceId id();

    /** What is compared and printed, sorted by name. An attribute that is left out is unknown, not different. */
    SortedMap<String, String> attributes();

    /** What has to be there before this one; removal goes the other way. */
    List<ResourceId> dependsOn();

    /**
     * An IAM role with one inline policy.
     *
     * @param trustPolicy JSON, sorted and without blanks
     * @param policy JSON of the inline policy, likewise
     * @param permissionsBoundary ARN, or null for none
     */
    record Role(
            String name,
            @Nullable String trustPolicy,
            @Nullable String policy,
            @Nullable String permissionsBoundary,
            Map<String, String> tags)
            implements Resource {
        public Role {
            tags = Map.copyOf(tags);
        }

        @Override
        public ResourceId id() {
            return new ResourceId(ResourceType.ROLE, name);
        }

        @Override
        public SortedMap<String, String> attributes() {
            return new Attributes()
                    .put("trustPolicy", trustPolicy)
                    .put("policy", policy)
                    .put("permissionsBoundary", permissionsBoundary)
                    .put("tags", tags)
                    .toMap();
        }

        @Override
        public List<ResourceId> dependsOn() {
            return List.of();
        }
    }

    /** @param retentionDays null for never expiring */
    record LogGroup(String name, @Nullable Integer retentionDays, Map<String, String> tags) implements Resource {
        public LogGroup {
            tags = Map.copyOf(tags);
        }

        @Override
        public ResourceId id() {
            return new ResourceId(ResourceType.LOG_GROUP, name);
        }

        @Override
        public SortedMap<String, String> attributes() {
            return new Attributes()
                    .put("retentionDays", retentionDays)
                    .put("tags", tags)
                    .toMap();
        }

        @Override
        public List<ResourceId> dependsOn() {
            return List.of();
        }
    }

    /**
     * The function's {@code $LATEST}: configuration and code.
     *
     * @param role name of the role we make, or ARN of an existing one
     * @param memory MB
     * @param timeout seconds
     * @param codeSha256 base64, as Lambda reports it in {@code CodeSha256}
     */
    record LambdaFunction(
            String name,
            @Nullable String description,
            @Nullable String runtime,
            @Nullable String architecture,
            @Nullable String handler,
            @Nullable String role,
            @Nullable Integer memory,
            @Nullable Integer timeout,
            @Nullable Map<String, String> environment,
            @Nullable String logGroup,
            @Nullable String codeSha256,
            Map<String, String> tags)
            implements Resource {
        /** The attribute that is the code; every other one but the tags is configuration. */
        public static final String CODE = "codeSha256";

        public LambdaFunction {
            environment = environment == null ? null : Map.copyOf(environment);
            tags = Map.copyOf(tags);
        }

        @Override
        public ResourceId id() {
            return new ResourceId(ResourceType.FUNCTION, name);
        }

        @Override
        public SortedMap<String, String> attributes() {
            return new Attributes()
                    .put("description", description)
                    .put("runtime", runtime)
                    .put("architecture", architecture)
                    .put("handler", handler)
                    .put("role", role)
                    .put("memory", memory)
                    .put("timeout", timeout)
                    .put("environment", environment == null ? Map.of() : environment)
                    .put("logGroup", logGroup)
                    .put(CODE, codeSha256)
                    .put("tags", tags)
                    .toMap();
        }

        @Override
        public List<ResourceId> dependsOn() {
            return role == null || role.startsWith("arn:")
                    ? List.of(new ResourceId(ResourceType.LOG_GROUP, logGroup == null ? "" : logGroup))
                    : List.of(
                            new ResourceId(ResourceType.ROLE, role),
                            new ResourceId(ResourceType.LOG_GROUP, logGroup == null ? "" : logGroup));
        }
    }

    /**
     * The newest published version: out of date when code or configuration changed since.
     *
     * @param configurationDigest digest of the configuration it was published with
     */
    record Version(
            String functionName,
            @Nullable String codeSha256,
            @Nullable String configurationDigest) implements Resource {
        @Override
        public ResourceId id() {
            return new ResourceId(ResourceType.VERSION, functionName);
        }

        @Override
        public SortedMap<String, String> attributes() {
            return new Attributes()
                    .put("codeSha256", codeSha256)
                    .put("configurationDigest", configurationDigest)
                    .toMap();
        }

        @Override
        public List<ResourceId> dependsOn() {
            return List.of(new ResourceId(ResourceType.FUNCTION, functionName));
        }
    }

    /** An alias that follows the newest published version; its attributes are those of the version it points at. */
    record Alias(
            String functionName,
            String alias,
            @Nullable String codeSha256,
            @Nullable String configurationDigest) implements Resource {
        @Override
        public ResourceId id() {
            return id(functionName, alias);
        }

        /** The id of a function's alias. */
        public static ResourceId id(String functionName, String alias) {
            return new ResourceId(ResourceType.ALIAS, functionName + ":" + alias);
        }

        @Override
        public SortedMap<String, String> attributes() {
            return new Attributes()
                    .put("codeSha256", codeSha256)
                    .put("configurationDigest", configurationDigest)
                    .toMap();
        }

        @Override
        public List<ResourceId> dependsOn() {
            return List.of(new ResourceId(ResourceType.VERSION, functionName));
        }
    }

    /**
     * The tag {@code lambda-maven:digest}, written after the aliases moved: with it a configuration is known to be
     * published even where an endpoint does not report all of it.
     *
     * @param aliases the aliases it waits for
     */
    record ConfigurationTag(String functionName, @Nullable String digest, List<String> aliases) implements Resource {
        public ConfigurationTag {
            aliases = List.copyOf(aliases);
        }

        @Override
        public ResourceId id() {
            return new ResourceId(ResourceType.CONFIGURATION_TAG, functionName);
        }

        @Override
        public SortedMap<String, String> attributes() {
            return new Attributes().put("digest", digest).toMap();
        }

        @Override
        public List<ResourceId> dependsOn() {
            return aliases.stream().map(alias -> Alias.id(functionName, alias)).toList();
        }
    }

    /** @param authType {@code AWS_IAM} or {@code NONE} */
    record FunctionUrl(
            String functionName, String alias, @Nullable String authType) implements Resource {
        @Override
        public ResourceId id() {
            return new ResourceId(ResourceType.FUNCTION_URL, functionName + ":" + alias);
        }

        @Override
        public SortedMap<String, String> attributes() {
            return new Attributes().put("authType", authType).toMap();
        }

        @Override
        public List<ResourceId> dependsOn() {
            return List.of(Alias.id(functionName, alias));
        }
    }

    /** An HTTP API with its one proxy integration (payload 2.0, to the alias) and its {@code $default} stage. */
    record HttpApi(String name, String functionName, String alias, Map<String, String> tags) implements Resource {
        public HttpApi {
            tags = Map.copyOf(tags);
        }

        @Override
        public ResourceId id() {
            return new ResourceId(ResourceType.HTTP_API, name);
        }

        /** Stands for the id that API Gateway gives the API, in a source ARN. */
        public static String idToken(String apiName) {
            return "{api-id:" + apiName + "}";
        }

        @Override
        public SortedMap<String, String> attributes() {
            return new Attributes()
                    .put("integration", functionName + ":" + alias)
                    .put("tags", tags)
                    .toMap();
        }

        @Override
        public List<ResourceId> dependsOn() {
            return List.of(Alias.id(functionName, alias));
        }
    }

    /**
     * One statement of an alias's resource policy.
     *
     * @param statementId derived from the trigger
     * @param sourceArn may hold {@link HttpApi#idToken}
     * @param after what has to be there first besides the alias, such as the API whose id the source ARN holds
     */
    record Permission(
            String functionName,
            String alias,
            String statementId,
            String action,
            String principal,
            @Nullable String sourceArn,
            @Nullable String sourceAccount,
            @Nullable String functionUrlAuthType,
            @Nullable Boolean invokedViaFunctionUrl,
            List<ResourceId> after)
            implements Resource {
        public Permission {
            after = List.copyOf(after);
        }

        @Override
        public ResourceId id() {
            return id(functionName, alias, statementId);
        }

        /** The id of a statement. */
        public static ResourceId id(String functionName, String alias, String statementId) {
            return new ResourceId(ResourceType.PERMISSION, functionName + ":" + alias + "/" + statementId);
        }

        @Override
        public SortedMap<String, String> attributes() {
            return new Attributes()
                    .put("action", action)
                    .put("principal", principal)
                    .put("sourceArn", sourceArn)
                    .put("sourceAccount", sourceAccount)
                    .put("functionUrlAuthType", functionUrlAuthType)
                    .put("invokedViaFunctionUrl", invokedViaFunctionUrl)
                    .toMap();
        }

        @Override
        public List<ResourceId> dependsOn() {
            return Stream.concat(Stream.of(Alias.id(functionName, alias)), after.stream())
                    .toList();
        }
    }

    /**
     * One route of an HTTP API.
     *
     * @param routeKey {@code GET /orders/{id}} or {@code $default}
     * @param permission the statement that has to be there first
     */
    record HttpRoute(String apiName, String routeKey, ResourceId permission) implements Resource {
        @Override
        public ResourceId id() {
            return new ResourceId(ResourceType.HTTP_ROUTE, apiName + " " + routeKey);
        }

        @Override
        public SortedMap<String, String> attributes() {
            return new Attributes().toMap();
        }

        @Override
        public List<ResourceId> dependsOn() {
            return List.of(new ResourceId(ResourceType.HTTP_API, apiName), permission);
        }
    }

    /**
     * Our one entry in a bucket's notification configuration; every other entry there is foreign.
     *
     * @param notificationId derived from the trigger, the entry's {@code Id}
     */
    record BucketNotification(
            String bucket,
            String notificationId,
            String functionName,
            String alias,
            List<String> events,
            String prefix,
            String suffix,
            ResourceId permission)
            implements Resource {
        public BucketNotification {
            events = List.copyOf(events);
        }

        @Override
        public ResourceId id() {
            return new ResourceId(ResourceType.BUCKET_NOTIFICATION, bucket + "/" + notificationId);
        }

        @Override
        public SortedMap<String, String> attributes() {
            return new Attributes()
                    .put("target", functionName + ":" + alias)
                    .put("events", events)
                    .put("prefix", prefix)
                    .put("suffix", suffix)
                    .toMap();
        }

        @Override
        public List<ResourceId> dependsOn() {
            return List.of(permission);
        }
    }

    /** What polls a queue for the alias. Its identity is the pair of alias and source. */
    record EventSourceMapping(
            String functionName,
            String alias,
            String eventSourceArn,
            @Nullable Integer batchSize,
            @Nullable Integer batchingWindow,
            @Nullable Integer maximumConcurrency,
            @Nullable Boolean reportBatchItemFailures,
            @Nullable Boolean enabled,
            Map<String, String> tags)
            implements Resource {
        public EventSourceMapping {
            tags = Map.copyOf(tags);
        }

        @Override
        public ResourceId id() {
            return new ResourceId(
                    ResourceType.EVENT_SOURCE_MAPPING, eventSourceArn + " -> " + functionName + ":" + alias);
        }

        @Override
        public SortedMap<String, String> attributes() {
            return new Attributes()
                    .put("batchSize", batchSize)
                    .put("batchingWindow", batchingWindow)
                    .put("maximumConcurrency", maximumConcurrency)
                    .put("reportBatchItemFailures", reportBatchItemFailures)
                    .put("enabled", enabled)
                    .put("tags", tags)
                    .toMap();
        }

        @Override
        public List<ResourceId> dependsOn() {
            return List.of(Alias.id(functionName, alias));
        }
    }

    /** An EventBridge rule on a schedule, on the default bus, with the alias as its one target. */
    record ScheduleRule(
            String name,
            @Nullable String expression,
            @Nullable String description,
            @Nullable Boolean enabled,
            String functionName,
            String alias,
            ResourceId permission,
            Map<String, String> tags)
            implements Resource {
        public ScheduleRule {
            tags = Map.copyOf(tags);
        }

        @Override
        public ResourceId id() {
            return new ResourceId(ResourceType.SCHEDULE_RULE, name);
        }

        @Override
        public SortedMap<String, String> attributes() {
            return new Attributes()
                    .put("expression", expression)
                    .put("description", description)
                    .put("enabled", enabled)
                    .put("target", functionName + ":" + alias)
                    .put("tags", tags)
                    .toMap();
        }

        @Override
        public List<ResourceId> dependsOn() {
            return List.of(permission);
        }
    }
}
