package io.lambdamaven.plugin.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.plan.World;
import io.lambdamaven.plugin.plan.resource.AlarmAction;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.BucketEvents;
import io.lambdamaven.plugin.plan.resource.CodeObject;
import io.lambdamaven.plugin.plan.resource.CommitTrigger;
import io.lambdamaven.plugin.plan.resource.ConfigRule;
import io.lambdamaven.plugin.plan.resource.ConfigurationTag;
import io.lambdamaven.plugin.plan.resource.Cors;
import io.lambdamaven.plugin.plan.resource.EventInvokeConfig;
import io.lambdamaven.plugin.plan.resource.EventRule;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.FunctionOptions;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpAuthorizer;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.HttpStage;
import io.lambdamaven.plugin.plan.resource.IotRule;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.LexHook;
import io.lambdamaven.plugin.plan.resource.ListenerRule;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.LogSubscription;
import io.lambdamaven.plugin.plan.resource.MappedSource;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ProvisionedConcurrency;
import io.lambdamaven.plugin.plan.resource.Reading;
import io.lambdamaven.plugin.plan.resource.ReceiptRule;
import io.lambdamaven.plugin.plan.resource.RecursionConfig;
import io.lambdamaven.plugin.plan.resource.ReservedConcurrency;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.RestApi;
import io.lambdamaven.plugin.plan.resource.RestStage;
import io.lambdamaven.plugin.plan.resource.Role;
import io.lambdamaven.plugin.plan.resource.Schedule;
import io.lambdamaven.plugin.plan.resource.ScheduleRule;
import io.lambdamaven.plugin.plan.resource.SecretRotation;
import io.lambdamaven.plugin.plan.resource.SnsSubscription;
import io.lambdamaven.plugin.plan.resource.Source;
import io.lambdamaven.plugin.plan.resource.TargetGroup;
import io.lambdamaven.plugin.plan.resource.UsagePlan;
import io.lambdamaven.plugin.plan.resource.UserPoolHooks;
import io.lambdamaven.plugin.plan.resource.Version;
import io.lambdamaven.plugin.plan.resource.WebSocketApi;
import io.lambdamaven.plugin.plan.resource.WebSocketRoute;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceCodecTest {
    private static Cors cors() {
        return new Cors(List.of("https://a"), List.of("GET"), List.of("x"), List.of("y"), 60, true);
    }

    static Stream<Resource> resources() {
        Permission permission = World.permission("s", List.of(World.api().id()));
        return Stream.concat(
                World.whole().desired().resources().stream(),
                Stream.of(
                        new Role("r", null, null, "arn:boundary", Map.of()),
                        new LogGroup("g", null, Map.of()),
                        new LambdaFunction("f", null, null, null, null, null, null, null, null, null, null, Map.of()),
                        World.function("code", Map.of("A", "\u00e4 \" \n")),
                        new Version("f", null, null),
                        new Alias("f", "live", null, null),
                        new ConfigurationTag("f", null, List.of()),
                        new FunctionUrl("f", "live", "NONE"),
                        new FunctionUrl("f", "live", null),
                        new HttpApi("a", "f", "live", cors(), true, null, Map.of("k", "v")),
                        new HttpRoute(
                                "a",
                                "GET /{id}",
                                permission.id(),
                                new HttpRoute.Access("JWT", "users", List.of("orders/read"))),
                        new HttpAuthorizer(
                                "a",
                                "users",
                                HttpAuthorizer.Check.tokens("https://issuer", List.of("client")),
                                List.of("$request.header.Authorization"),
                                null),
                        new HttpAuthorizer(
                                "a",
                                "guard",
                                new HttpAuthorizer.Check(
                                        "REQUEST", null, List.of(), "arn:f", "2.0", true, 300, "arn:role"),
                                List.of(),
                                permission.id()),
                        new HttpStage(
                                "a",
                                new HttpStage.AccessLog("arn:g", "$context.requestId"),
                                HttpStage.RouteSettings.USUAL,
                                new TreeMap<>(Map.of(
                                        "GET /{id}",
                                        new HttpStage.RouteSettings(new HttpStage.Throttling(5, 0.5), true))),
                                new ResourceId(ResourceType.LOG_GROUP, "g"),
                                Map.of()),
                        new Permission("f", "live", "s", "a", "*", null, null, "NONE", true, List.of(permission.id())),
                        new EventSourceMapping("f", "live", "arn", null, null, null, null, null, Map.of()),
                        new EventSourceMapping(
                                "f",
                                "live",
                                MappedSource.of("arn").with(MappedSource.TOPIC, "t"),
                                1,
                                2,
                                null,
                                true,
                                true,
                                new Reading(
                                        "LATEST",
                                        null,
                                        1,
                                        2,
                                        3,
                                        true,
                                        0,
                                        "arn:dead",
                                        List.of("{}"),
                                        new TreeMap<>(Map.of("BASIC_AUTH", "arn:secret")),
                                        "group",
                                        "DEFAULT"),
                                Map.of()),
                        new Source(ResourceType.TABLE, "items", new TreeMap<>(Map.of("key", "id (S)")), World.TAGS),
                        new ScheduleRule("rule", "rate(1 day)", "why", false, "f", "live", permission.id(), World.TAGS),
                        new LambdaFunction(
                                "f",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Map.of(),
                                FunctionOptions.USUAL),
                        new EventInvokeConfig("f", "live", 1, 60, "arn:ok", null),
                        new EventInvokeConfig("f", "ops", 1, 60, null, "arn:failed"),
                        new ReservedConcurrency("f", 5),
                        new ProvisionedConcurrency("f", "live", 2),
                        new RecursionConfig("f", "Allow"),
                        new ListenerRule("t", "arn:l", 5, List.of("a.b"), List.of("/*"), "t", World.TAGS),
                        new TargetGroup("t", "f", "live", true, null, World.TAGS, permission.id()),
                        new RestApi(
                                "f-rest",
                                "f",
                                "live",
                                new TreeMap<>(Map.of("GET /a", new RestApi.Method("CUSTOM", "k", List.of("s"), true))),
                                new TreeMap<>(Map.of(
                                        "k",
                                        new RestApi.Authorizer(
                                                "TOKEN", "arn:f", List.of(), List.of("h"), 60, "^B", null))),
                                new RestApi.Options("d", "EDGE", List.of("v"), List.of("*/*"), 0, "{}", true),
                                World.TAGS),
                        new RestStage(
                                "f-rest",
                                "dev",
                                "digest",
                                new TreeMap<>(Map.of(
                                        "*",
                                        new RestStage.MethodSettings(
                                                new HttpStage.Throttling(5, 2.5), true, "INFO", false))),
                                new HttpStage.AccessLog("arn:l", "f"),
                                true,
                                "c",
                                World.TAGS,
                                List.of(permission.id())),
                        new UsagePlan(
                                "f-rest",
                                "dev",
                                new HttpStage.Throttling(5, 2.5),
                                new UsagePlan.Quota(5, "DAY"),
                                List.of("k"),
                                World.TAGS),
                        new SnsSubscription("arn:topic", "f", "live", "{}", "MessageBody", permission.id()),
                        new SnsSubscription("arn:topic", "f", "live", null, null, permission.id()),
                        new SnsSubscription("arn:topic", "f", "raw", null, null, "arn:queue", permission.id()),
                        new EventRule("default", "r", "{}", true, "f", "live", permission.id(), World.TAGS),
                        new LogSubscription("/aws/other", "f", "live", "", permission.id()),
                        new WebSocketApi(
                                "orders-websocket", "orders", "live", "$request.body.action", "dev", Map.of("a", "b")),
                        new WebSocketRoute("orders-websocket", "say", true, WebSocketApi.id("orders-websocket")),
                        new AlarmAction("errors", "f", "live", List.of("OK"), permission.id()),
                        new AlarmAction("errors", "f", "live", null, permission.id()),
                        new BucketEvents("images"),
                        new CodeObject("code", "lambda-maven/x/" + "0".repeat(64) + ".jar", 42, List.of("f:1")),
                        new CommitTrigger(
                                "shop", "t", "f", "live", List.of("main"), List.of("all"), "f:live", permission.id()),
                        new ConfigRule("r", true, List.of("t"), "", "f", "live", permission.id(), World.TAGS),
                        new IotRule("r", "SELECT * FROM 'x'", "f", "raw", permission.id(), World.TAGS),
                        new ReceiptRule("set", "r", List.of("a@example.com"), true, "f", "live", permission.id()),
                        new UserPoolHooks("p", "f", "live", List.of("PreSignUp"), null, permission.id()),
                        new LexHook("B/A", List.of("en_US"), "f", "live", permission.id()),
                        new SecretRotation("s", "f", "live", "rate(1 day)", "", "f:live", false, permission.id()),
                        new Schedule(
                                "s", "at(2030-01-01T00:00:00)", "UTC", 5, null, null, "", true, "{}", "f", "live", "r"),
                        new ScheduleRule("rule", null, null, null, "f", "live", permission.id(), Map.of())));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void readsWhatItWrote(Resource resource) {
        String text = ResourceCodec.toJson(resource).pretty();

        assertThat(ResourceCodec.of(Json.parse(text).asObject())).isEqualTo(resource);
    }

    @Test
    void everyTypeOfResourceIsTried() {
        assertThat(resources().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Resource.class.getPermittedSubclasses());
    }
}
