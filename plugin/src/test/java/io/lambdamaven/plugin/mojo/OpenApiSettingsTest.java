package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.openapi.ApiInfo;
import io.lambdamaven.plugin.report.UserFault;
import java.util.Map;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** What {@code <openapi>} says, and what the project says where it does not. */
final class OpenApiSettingsTest {
    @Test
    void theProjectNamesItsApi() {
        MavenProject project = new MavenProject();
        project.setArtifactId("shop");
        project.setName("Tea shop");
        project.setVersion("1.2");
        project.setDescription("Sells tea");

        assertThat(OpenApiSettings.of(null, project))
                .isEqualTo(new OpenApiSettings(new ApiInfo("Tea shop", "1.2", "Sells tea", null), null));
        assertThat(OpenApiSettings.of(
                        Map.of(
                                "title", "Tea API",
                                "version", "v1",
                                "description", "Tea",
                                "server", "https://api.example.com/v1",
                                "path", "/openapi.json"),
                        project))
                .isEqualTo(new OpenApiSettings(
                        new ApiInfo("Tea API", "v1", "Tea", "https://api.example.com/v1"), "/openapi.json"));
    }

    @Test
    void whatItDoesNotTakeIsTold() {
        assertThat(fault(Map.of("file", "x"))).contains("LM084 <openapi>: There is no setting <file>", "<server>");
        assertThat(fault(Map.of("server", "api example")))
                .contains("LM084 <openapi><server>: \"api example\" is no URL.");
        assertThat(fault(Map.of("server", "api.example.com"))).contains("is no URL.");
    }

    private static String fault(Map<String, String> said) {
        return catchThrowableOfType(UserFault.class, () -> OpenApiSettings.of(said, new MavenProject()))
                .diagnostics()
                .get(0)
                .render();
    }
}
