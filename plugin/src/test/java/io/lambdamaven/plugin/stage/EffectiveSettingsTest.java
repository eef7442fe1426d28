package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.report.UserFault;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EffectiveSettingsTest {
    private static final String HOLDS = "hunter2";

    private static List<String> lines(Project project) {
        return project.effective().lines().stream()
                .map(line -> line.replaceAll(" +", " ").strip())
                .toList();
    }

    @Test
    void everySettingIsListedOnceWithItsDefault() {
        List<String> lines = lines(Project.orders());
        assertThat(lines)
                .startsWith("Settings of com.example:orders, stage dev:")
                .contains(
                        "functionName orders-dev [default]",
                        "description Takes orders [@LambdaFunction]",
                        "memory 512 [default]",
                        "timeout 30 [default]",
                        "runtime java17 [default]",
                        "architecture x86_64 [default]",
                        "role (none) [default]",
                        "http api [default]",
                        "urlAuth AWS_IAM [default]",
                        "logRetention 30 [default]",
                        "ephemeralStorage 512 [default]",
                        "tracing off [default]",
                        "region (none) [default]",
                        "target aws [default]",
                        "createMissing false [default]");
        assertThat(Stream.of(Setting.values()).map(Setting::element))
                .allSatisfy(element -> assertThat(lines)
                        .filteredOn(line -> line.startsWith(element + " "))
                        .hasSize(1));
    }

    @Test
    void eachPlaceThatSaysAValueIsNamed() {
        Project project = Project.orders()
                .annotated(256)
                .pom(Setting.TIMEOUT, 20)
                .stage("base", null, Setting.ARCHITECTURE, "arm64")
                .stage("prod", "base", Setting.LOG_RETENTION, "never")
                .commandLine(Setting.TRACING, "on")
                .in("prod");
        assertThat(lines(project))
                .contains(
                        "Settings of com.example:orders, stage prod, which extends base:",
                        "memory 256 [@LambdaFunction]",
                        "timeout 20 [<configuration>]",
                        "architecture arm64 [<stages><base>]",
                        "logRetention never [<stages><prod>]",
                        "tracing on [the command line]");
    }

    @Test
    void whatDiffersBetweenFunctionsStandsWithEach() {
        Project project = Project.orders()
                .function("admin")
                .pom(Setting.MEMORY, 512)
                .override("admin", Setting.MEMORY, 1024)
                .pom(Setting.TIMEOUT, 20);
        List<String> lines = lines(project);
        assertThat(lines).containsOnlyOnce("timeout 20 [<configuration>]");
        assertThat(lines.subList(lines.indexOf("function orders-dev:"), lines.size()))
                .containsExactly(
                        "function orders-dev:",
                        "functionName orders-dev [default]",
                        "description Takes orders [@LambdaFunction]",
                        "memory 512 [<configuration>]",
                        "function orders-admin-dev:",
                        "functionName orders-admin-dev [default]",
                        "description (none) [default]",
                        "memory 1024 [<configuration>]");
    }

    @Test
    void aNameForTheProjectIsShownAsEachFunctionHasIt() {
        Project project = Project.orders().function("admin").pom(Setting.FUNCTION_NAME, "shop");
        assertThat(lines(project))
                .contains("functionName shop [<configuration>]", "functionName shop-admin [<configuration>]");
    }

    @Test
    void entriesOfMapsHaveTheirOwnOriginAndSecretsAreHidden() {
        Project project = Project.orders()
                .environment(Map.of("LEVEL", "info", "DB_PASSWORD", HOLDS))
                .placeholders(Map.of("queue", "jobs", "api-token", HOLDS))
                .tags(Map.of("team", ""));
        assertThat(lines(project))
                .contains(
                        "environment.DB_PASSWORD (secret) [<configuration>]",
                        "environment.LEVEL info [<configuration>]",
                        "placeholders.api-token (secret) [<configuration>]",
                        "placeholders.queue jobs [<configuration>]",
                        "tags.team (empty) [<configuration>]");
        assertThat(project.effective().json().canonical()).doesNotContain(HOLDS);
    }

    @Test
    void asJsonEveryFunctionHasEverything() {
        Project project = Project.orders()
                .function("admin")
                .environment(Map.of("DB_PASSWORD", HOLDS))
                .stage("base", null, Setting.REGION, "eu-west-1")
                .stage("prod", "base", Setting.MEMORY, 1024)
                .in("prod");
        JsonObject json = project.effective().json();
        assertThat(json.number("schema")).isEqualTo(1);
        assertThat(json.text("project")).isEqualTo("com.example:orders");
        assertThat(json.text("stage")).isEqualTo("prod");
        assertThat(json.get("extends")).isEqualTo(Json.texts(List.of("base")));
        assertThat(json.find("settings", "region", "value")).contains(Json.of("eu-west-1"));
        assertThat(json.find("settings", "region", "origin")).contains(Json.of("<stages><base>"));
        assertThat(json.find("settings", "codeBucket", "value")).isEmpty();
        JsonObject functions = json.object("functions");
        assertThat(functions.members().keySet()).containsExactly("orders-admin-prod", "orders-prod");
        assertThat(functions.find("orders-admin-prod", "name")).contains(Json.of("admin"));
        functions.members().values().forEach(function -> {
            assertThat(function.asObject().find("settings", "memory", "value")).contains(Json.of("1024"));
            assertThat(function.asObject().find("settings", "environment.DB_PASSWORD", "value"))
                    .contains(Json.of("sha256:f52fbd32b2b3b86ff88ef6c490628285f482af15ddcb29541f94bcf526a3f6c7"));
        });
    }

    @Test
    void faultsOfTheSettingsAreToldInstead() {
        assertThatThrownBy(() -> Project.orders().pom(Setting.MEMORY, "64").effective())
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM202 <memory> in <configuration>");
        assertThatThrownBy(() -> Project.orders().in("prd").effective()).hasMessageContaining("LM200");
        assertThatThrownBy(() -> Project.orders()
                        .stage("one", "two", Setting.MEMORY, 512)
                        .stage("two", "one", Setting.MEMORY, 512)
                        .in("one")
                        .effective())
                .hasMessageContaining("LM201");
    }
}
