package io.lambdamaven.plugin.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.ScannedFunction;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.testing.UserProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route that the pom's {@code <openapi><path>} adds. */
final class DescriptionRouteTest {
    private static final String SHOP = """
            package shop;

            import io.lambdamaven.annotation.*;

            @LambdaFunction(name = "web")
            public class Shop {
                @HttpTrigger(path = "/orders")
                public String list() {
                    return "";
                }
            }
            """;
    private static final String JOBS = """
            package shop;

            import io.lambdamaven.annotation.*;

            public class Jobs {
                @InvokeTrigger
                public void run() {}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theFirstFunctionThatServesHttpServesTheDescription() {
        ScannedProject project = scan("/docs/openapi.json", SHOP, JOBS);

        ScannedFunction web = project.functions().get(1);
        assertThat(web.model().name()).isEqualTo("web");
        assertThat(web.model().routes())
                .extracting(Route::trigger)
                .contains(new Trigger.Http("GET", "/docs/openapi.json"));
        assertThat(scan(null, SHOP).functions().get(0).model().routes()).hasSize(1);
    }

    @Test
    void aPathThatIsNoneOrTakenIsTold() {
        assertThat(fault("openapi.json", SHOP)).isEqualTo("\"openapi.json\" is no path of its own.");
        assertThat(fault("/{name}", SHOP)).isEqualTo("\"/{name}\" is no path of its own.");
        assertThat(fault("/docs/", SHOP)).isEqualTo("\"/docs/\" is no path of its own.");
        assertThat(fault("/orders", SHOP)).isEqualTo("GET /orders is a route of the project already.");
    }

    @Test
    void aProjectWithoutHttpHasNothingToDescribe() {
        assertThat(fault("/openapi.json", JOBS))
                .isEqualTo("No method has an @HttpTrigger, so there is no API to describe.");
    }

    @Test
    void anOlderRuntimeCannotServeIt() {
        Path classes = new UserProject(folder).with(SHOP).compile();

        UserFault fault = catchThrowableOfType(
                UserFault.class,
                () -> ProjectScanner.scan(
                        List.of(classes),
                        UserProject.libraries().stream()
                                .filter(each -> !each.toString().contains("handler-runtime"))
                                .toList(),
                        WebChoice.NONE,
                        "/openapi.json"));

        assertThat(fault.diagnostics()).singleElement().satisfies(told -> {
            assertThat(told.problem()).isEqualTo(Problem.LM084);
            assertThat(told.remedy()).isEqualTo("Give it the version of the plugin.");
        });
    }

    private String fault(String path, String... sources) {
        List<Diagnostic> told =
                catchThrowableOfType(UserFault.class, () -> scan(path, sources)).diagnostics();
        assertThat(told).singleElement().extracting(Diagnostic::problem).isEqualTo(Problem.LM084);
        return told.get(0).summary();
    }

    private ScannedProject scan(String path, String... sources) {
        UserProject project = new UserProject(folder);
        for (String source : sources) {
            project.with(source);
        }
        return ProjectScanner.scan(List.of(project.compile()), UserProject.libraries(), WebChoice.NONE, path);
    }
}
