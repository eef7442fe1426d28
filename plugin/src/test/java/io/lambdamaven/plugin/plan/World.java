package io.lambdamaven.plugin.plan;

import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.BucketNotification;
import io.lambdamaven.plugin.plan.resource.ConfigurationTag;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.Version;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One function with a bit of everything, for tests: as wanted, and as found, which is where they differ. */
public final class World {
    public static final String FUNCTION = "orders-dev";
    public static final Map<String, String> TAGS =
            Map.of(Desired.PROJECT_TAG, "com.example:orders", Desired.STAGE_TAG, "dev");

    private final Map<ResourceId, Resource> resources = new TreeMap<>();

    private World(Stream<Resource> resources) {
        resources.forEach(this::with);
    }

    public static World whole() {
        Permission api = permission(DerivedNames.HTTP_API_STATEMENT, List.of(api().id()));
        Permission s3 = permission(DerivedNames.s3Statement("aaaaaaaa"), List.of());
        return new World(Stream.of(
                role(),
                new LogGroup("/aws/lambda/" + FUNCTION, 30, TAGS),
                function("code1", Map.of("A", "1")),
                new Version(FUNCTION, "code1", "digest1"),
                new Alias(FUNCTION, "live", "code1", "digest1"),
                new Alias(FUNCTION, "ops", "code1", "digest1"),
                new ConfigurationTag(FUNCTION, "digest1", List.of("live", "ops")),
                api(),
                api,
                new HttpRoute(FUNCTION, "GET /orders", api.id()),
                s3,
                notification("aaaaaaaa", "in/", s3.id()),
                mapping(null)));
    }

    public static World empty() {
        return new World(Stream.empty());
    }

    public static Role role() {
        return new Role(FUNCTION + "-eu-central-1", "{trust}", "{policy}", null, TAGS);
    }

    public static HttpApi api() {
        return new HttpApi(FUNCTION, FUNCTION, "live", TAGS);
    }

    public static Permission permission(String statement, List<ResourceId> after) {
        return new Permission(
                FUNCTION,
                "live",
                statement,
                "lambda:InvokeFunction",
                "someone.amazonaws.com",
                "arn",
                "1",
                null,
                null,
                after);
    }

    public static BucketNotification notification(String routeId, String prefix, ResourceId permission) {
        return new BucketNotification(
                "bucket",
                DerivedNames.notification(FUNCTION, routeId),
                FUNCTION,
                "live",
                List.of("s3:ObjectCreated:*"),
                prefix,
                "",
                permission);
    }

    public static EventSourceMapping mapping(@Nullable Integer concurrency) {
        return new EventSourceMapping(FUNCTION, "live", "arn:queue", 10, 0, concurrency, true, true, TAGS);
    }

    public static LambdaFunction function(String code, @Nullable Map<String, String> environment) {
        return new LambdaFunction(
                FUNCTION,
                "",
                "java21",
                "x86_64",
                "com.example.LambdaHandler",
                role().name(),
                512,
                30,
                environment,
                "/aws/lambda/" + FUNCTION,
                code,
                TAGS);
    }

    /** Adds it, or puts it in the place of the one with its id. */
    public World with(Resource resource) {
        resources.put(resource.id(), resource);
        return this;
    }

    public World without(ResourceType type) {
        resources.keySet().removeIf(id -> id.type() == type);
        return this;
    }

    /** The function with other code, published. */
    public World withCode(String code) {
        return with(function(code, Map.of("A", "1"))).withPublished(code, "digest1");
    }

    public World withPublished(String code, String digest) {
        return with(new Version(FUNCTION, code, digest))
                .with(new Alias(FUNCTION, "live", code, digest))
                .with(new Alias(FUNCTION, "ops", code, digest))
                .with(new ConfigurationTag(FUNCTION, digest, List.of("live", "ops")));
    }

    public World map(UnaryOperator<Resource> change) {
        List.copyOf(resources.values()).forEach(resource -> with(change.apply(resource)));
        return this;
    }

    public Desired desired() {
        return new Desired("com.example:orders", "dev", List.of(FUNCTION), List.copyOf(resources.values()), null);
    }

    public Observed observed() {
        return new Observed(List.copyOf(resources.values()));
    }
}
