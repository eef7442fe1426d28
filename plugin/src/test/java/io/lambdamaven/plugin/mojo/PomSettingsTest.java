package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.stage.Layers.StageEntry;
import io.lambdamaven.plugin.stage.RawSettings;
import io.lambdamaven.plugin.stage.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomSettingsTest {

    private static PlexusConfiguration element(String name, PlexusConfiguration... children) {
        PlexusConfiguration element = new DefaultPlexusConfiguration(name);
        for (PlexusConfiguration child : children) {
            element.addChild(child);
        }
        return element;
    }

    private static PlexusConfiguration element(String name, String value) {
        PlexusConfiguration element = new DefaultPlexusConfiguration(name);
        element.setValue(value);
        return element;
    }

    @Test
    void onlyTheScheduleThatKeepsWarmMayBeEmpty() {
        PlexusConfiguration stages = element(
                "stages", element("test", element("keepWarm", (String) null), element("memory", (String) null)));

        RawSettings settings = PomSettings.stages(stages).get("test").settings();

        assertThat(settings.values()).isEqualTo(Map.of(Setting.KEEP_WARM, ""));
    }

    @Test
    void partsOfASettingAreKnownByTheirPaths() {
        PlexusConfiguration stages = element(
                "stages",
                element(
                        "prod",
                        element(
                                "cors",
                                element("allowOrigins", element("origin", "https://a"), element("origin", "https://b")),
                                element("maxAge", " 60 ")),
                        element(
                                "httpApi",
                                element("accessLog", "none"),
                                element("authorizers", element("users", element("issuer", "https://i"))),
                                element(
                                        "routes",
                                        element(
                                                "route",
                                                element("key", "GET /a.json"),
                                                element("authorizer", "users"),
                                                element("throttling", element("burstLimit", "5"))),
                                        element("route", element("authorizer", "users"))))));

        RawSettings settings = PomSettings.stages(stages).get("prod").settings();

        assertThat(settings.parts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "cors.allowOrigins", "https://a,https://b",
                        "cors.maxAge", "60",
                        "httpApi.accessLog", "none",
                        "httpApi.authorizers.users.issuer", "https://i",
                        "httpApi.routes.GET /a.json.authorizer", "users",
                        "httpApi.routes.GET /a.json.throttling.burstLimit", "5",
                        "httpApi.routes..authorizer", "users"));
    }

    @Test
    void readsStagesWithEverythingTheyMaySay() {
        PlexusConfiguration stages = element(
                "stages",
                element(
                        "prod",
                        element("extends", "base"),
                        element("memory", " 1024 "),
                        element("environment", element("LEVEL", "info")),
                        element("placeholders", element("orders.queue", "q")),
                        element("tags", element("team", "a")),
                        element("functions", element("billing", element("timeout", "60")))));

        Map<String, StageEntry> found = PomSettings.stages(stages);

        assertThat(found).containsOnlyKeys("prod");
        assertThat(found.get("prod").parent()).isEqualTo("base");
        RawSettings settings = found.get("prod").settings();
        assertThat(settings.origin()).isEqualTo("<stages><prod>");
        assertThat(settings.values()).containsEntry(Setting.MEMORY, "1024");
        assertThat(settings.environment()).containsEntry("LEVEL", "info");
        assertThat(settings.placeholders()).containsEntry("orders.queue", "q");
        assertThat(settings.tags()).containsEntry("team", "a");
        assertThat(settings.functions().get("billing").values()).containsEntry(Setting.TIMEOUT, "60");
    }

    @Test
    void anUnknownSettingIsNamedWithThoseThatThereAre() {
        PlexusConfiguration stages = element("stages", element("prod", element("memroy", "1024")));

        assertThatThrownBy(() -> PomSettings.stages(stages))
                .hasMessageStartingWith("LM501 <stages><prod><memroy>: There is no such setting.")
                .hasMessageContaining("memory");
    }

    @Test
    void aFunctionExtendsNothing() {
        PlexusConfiguration stages =
                element("stages", element("prod", element("functions", element("billing", element("extends", "x")))));

        assertThatThrownBy(() -> PomSettings.stages(stages))
                .hasMessageStartingWith("LM501 <stages><prod><functions><billing><extends>");
    }

    @Test
    void noStagesAreFine() {
        assertThat(PomSettings.stages(null)).isEmpty();
    }

    @Test
    void aSettingsFileSaysWhatAPomWould(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.xml"), """
                <configuration>
                  <memory>1024</memory>
                  <placeholders><queue>q</queue></placeholders>
                  <stages><prod><timeout>5</timeout></prod></stages>
                </configuration>
                """);

        PlexusConfiguration read = SettingsFile.read(file.toFile());

        RawSettings settings = PomSettings.configuration(read, "settings.xml ");
        assertThat(settings.values()).containsExactly(Map.entry(Setting.MEMORY, "1024"));
        assertThat(settings.placeholders()).containsEntry("queue", "q");
        assertThat(PomSettings.stages(read.getChild("stages", false))
                        .get("prod")
                        .settings()
                        .values())
                .containsEntry(Setting.TIMEOUT, "5");
    }

    @Test
    void aSettingsFileThatIsNoneIsRefused(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Path broken = Files.writeString(folder.resolve("broken.xml"), "<configuration>");
        Path entities = Files.writeString(folder.resolve("dtd.xml"), "<!DOCTYPE configuration []><configuration/>");

        assertThatThrownBy(() -> SettingsFile.read(other.toFile()))
                .hasMessageContaining("LM512")
                .hasMessageContaining("<project>");
        assertThatThrownBy(() -> SettingsFile.read(broken.toFile())).hasMessageContaining("LM512");
        assertThatThrownBy(() -> SettingsFile.read(entities.toFile())).hasMessageContaining("LM512");
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.xml").toFile()))
                .hasMessageContaining("LM512");
    }
}
