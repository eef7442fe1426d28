package io.lambdamaven.plugin.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.plan.Resource;
import io.lambdamaven.plugin.plan.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceCodecTest {
    static Stream<Resource> resources() {
        Resource.Permission permission =
                World.permission("s", List.of(World.api().id()));
        return Stream.concat(
                World.whole().desired().resources().stream(),
                Stream.of(
                        new Resource.Role("r", null, null, "arn:boundary", Map.of()),
                        new Resource.LogGroup("g", null, Map.of()),
                        new Resource.LambdaFunction(
                                "f", null, null, null, null, null, null, null, null, null, null, Map.of()),
                        World.function("code", Map.of("A", "\u00e4 \" \n")),
                        new Resource.Version("f", null, null),
                        new Resource.Alias("f", "live", null, null),
                        new Resource.ConfigurationTag("f", null, List.of()),
                        new Resource.FunctionUrl("f", "live", "NONE"),
                        new Resource.FunctionUrl("f", "live", null),
                        new Resource.Permission(
                                "f", "live", "s", "a", "*", null, null, "NONE", true, List.of(permission.id())),
                        new Resource.EventSourceMapping("f", "live", "arn", null, null, null, null, null, Map.of()),
                        new Resource.ScheduleRule(
                                "rule", "rate(1 day)", "why", false, "f", "live", permission.id(), World.TAGS),
                        new Resource.ScheduleRule("rule", null, null, null, "f", "live", permission.id(), Map.of())));
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
