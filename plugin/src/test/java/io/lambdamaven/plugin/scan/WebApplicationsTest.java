package io.lambdamaven.plugin.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.lambdamaven.plugin.generate.HandlerGenerator;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.testing.UserProject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is hosted, by annotation and by the pom, and what cannot be. */
final class WebApplicationsTest {
    private static final String APP = "package shop; public class App { public static void main(String[] args) {} }";
    private static final WebChoice FIND = new WebChoice(true, null, null, null);

    @TempDir
    Path folder;

    @Test
    void anAnnotatedClassWithMainIsHostedBesideTriggers() {
        ScannedProject project = scan(WebChoice.NONE, """
                package shop;

                import io.lambdamaven.annotation.*;

                @WebApplication(port = 7000, basePath = "/shop")
                @Permission(actions = "s3:GetObject", resources = "arn:aws:s3:::b/*")
                class App {
                    static void main(String[] args) {}
                }
                """, """
                package shop;

                import io.lambdamaven.annotation.*;

                public class Health {
                    @HttpTrigger(path = "/health")
                    public String health() {
                        return "well";
                    }
                }
                """);

        assertThat(project.functions()).hasSize(1);
        assertThat(project.functions().get(0).model().routes())
                .extracting(Route::number, Route::trigger)
                .containsExactly(
                        tuple(0, new Trigger.Http("GET", "/health")),
                        tuple(1, new Trigger.Web("main", "shop.App", 7000, "/shop")));
        assertThat(project.functions().get(0).model().handlerClass()).isEqualTo("shop.LambdaHandler");
        assertThat(project.functions().get(0).model().grants()).hasSize(1);
    }

    @Test
    void aFunctionOfItsOwnHostsIt() {
        ScannedProject project = scan(WebChoice.NONE, """
                package shop;

                @io.lambdamaven.annotation.WebApplication
                @io.lambdamaven.annotation.LambdaFunction(name = "web", memory = 1024)
                class App {
                    public static void main(String[] args) {}
                }
                """);

        assertThat(project.functions().get(0).model().name()).isEqualTo("web");
        assertThat(project.functions().get(0).model().memory()).isEqualTo(1024);
    }

    @Test
    void thePomNamesAClassWhoseSourceStaysAsItIs() {
        assertThat(web(scan(new WebChoice(true, "shop.App", "9000", "/a/b"), APP)))
                .isEqualTo(new Trigger.Web("main", "shop.App", 9000, "/a/b"));
    }

    @Test
    void theOnlyClassWithMainIsFound() {
        assertThat(web(scan(FIND, APP, "package shop; class Other {}")).className())
                .isEqualTo("shop.App");
    }

    @Test
    void restApplicationsAndServletsAreKnownByTheirTypes() {
        String rest = "package shop; public class Api extends jakarta.ws.rs.core.Application {}";
        String standard = "package jakarta.ws.rs.core; public class Application {}";
        String bootstrap = "package jakarta.ws.rs; public interface SeBootstrap {}";
        assertThat(web(scan(new WebChoice(true, "shop.Api", null, null), rest, standard, bootstrap))
                        .form())
                .isEqualTo("rest");
    }

    @Test
    void whatStartsOrRegistersTheOthersIsTheApplication() {
        String servlet = "package shop; public class Page implements jakarta.servlet.Servlet {}";
        String initializer =
                "package shop; public class Setup implements jakarta.servlet.ServletContainerInitializer {}";
        String rest = "package shop; public class Api extends jakarta.ws.rs.core.Application {}";
        String[] standards = {
            "package jakarta.servlet; public interface Servlet {}",
            "package jakarta.servlet; public interface ServletContainerInitializer {}",
            "package jakarta.ws.rs.core; public abstract class Application {}",
            "package jakarta.ws.rs; public interface SeBootstrap {}",
            "package org.eclipse.jetty.ee10.servlet; public class ServletContextHandler {}"
        };
        assertThat(web(scan(FIND, with(standards, servlet)))).isEqualTo(new Trigger.Web("servlet", "shop.Page", 0, ""));
        assertThat(web(scan(FIND, with(standards, servlet, initializer))))
                .isEqualTo(new Trigger.Web("servlet", "shop.Setup", 0, ""));
        assertThat(web(scan(FIND, with(standards, servlet, initializer, rest))))
                .isEqualTo(new Trigger.Web("rest", "shop.Api", 0, ""));
        assertThat(web(scan(FIND, with(standards, servlet, initializer, rest, APP))))
                .isEqualTo(new Trigger.Web("main", "shop.App", 0, ""));
        assertFault(
                Problem.LM049,
                FIND,
                with(standards, servlet, "package shop; class Other implements jakarta.servlet.Servlet {}"));
    }

    private static final String[] SERVLETS = {
        "package jakarta.servlet; public interface Servlet {}",
        "package jakarta.servlet; public interface Filter {}",
        "package jakarta.servlet; public interface ServletContextListener extends java.util.EventListener {}",
        "package jakarta.servlet; public interface ServletContainerInitializer {}",
        "package jakarta.servlet.annotation; public @interface WebFilter {}",
        "package jakarta.servlet.annotation; public @interface WebListener {}",
        "package jakarta.servlet.annotation; public @interface ServletSecurity {}",
        "package jakarta.servlet.annotation; public @interface HandlesTypes { Class<?>[] value(); }",
        "package org.eclipse.jetty.ee10.servlet; public class ServletContextHandler {}"
    };
    private static final String PAGE = "package shop; public class Page implements jakarta.servlet.Servlet {}";
    private static final String GUARD =
            "package shop; @jakarta.servlet.annotation.WebFilter class Guard implements jakarta.servlet.Filter {}";

    @Test
    void annotatedFiltersAndListenersGoWithAServlet() {
        String opening = "package shop; @jakarta.servlet.annotation.WebListener class Opening"
                + " implements jakarta.servlet.ServletContextListener {}";
        String plain = "package shop; class Plain implements jakarta.servlet.Filter {}";
        assertThat(web(scan(FIND, with(SERVLETS, PAGE, opening, GUARD, plain))))
                .isEqualTo(new Trigger.Web("servlet", "shop.Page", 0, "", List.of("shop.Guard", "shop.Opening")));
        ScannedProject project = scan(FIND, with(SERVLETS, PAGE, GUARD));
        assertThat(HandlerGenerator.generate(project).get(0).content())
                .contains("host(WebHost.servlet(\"shop.Page\", 0, \"\", \"shop.Guard\"));");
    }

    @Test
    void anInitializerIsHandedTheClassesOfTheTypesThatItHandles() {
        String setup = "package shop; @jakarta.servlet.annotation.HandlesTypes({Plug.class, Mark.class})"
                + " public class Setup implements jakarta.servlet.ServletContainerInitializer {}";
        assertThat(web(scan(
                                FIND,
                                with(
                                        SERVLETS,
                                        setup,
                                        GUARD,
                                        "package shop; interface Plug {}",
                                        "package shop; @interface Mark {}",
                                        "package shop; abstract class Some implements Plug {}",
                                        "package shop; class Tea extends Some {}",
                                        "package shop; @Mark class Marked {}",
                                        "package shop; class Other {}")))
                        .parts())
                .containsExactly("shop.Marked", "shop.Some", "shop.Tea");
    }

    @Test
    void aFilterIsHostedWhereThereIsNothingElse() {
        assertThat(web(scan(FIND, with(SERVLETS, GUARD)))).isEqualTo(new Trigger.Web("servlet", "shop.Guard", 0, ""));
    }

    @Test
    void aFilterIsNotLeftOutWithoutAWord() {
        assertFault(
                Problem.LM136,
                FIND,
                with(SERVLETS, PAGE, "package shop; @jakarta.servlet.annotation.WebFilter class G {}"));
        assertFault(Problem.LM136, FIND, with(SERVLETS, PAGE, GUARD.replace("class Guard", "abstract class Guard")));
        assertFault(
                Problem.LM136,
                FIND,
                with(SERVLETS, PAGE, "package shop; @jakarta.servlet.annotation.WebListener class L {}"));
        String initializer =
                "package shop; public class Setup implements jakarta.servlet.ServletContainerInitializer {}";
        assertThat(web(scan(FIND, with(SERVLETS, PAGE, GUARD, initializer))))
                .isEqualTo(new Trigger.Web("servlet", "shop.Setup", 0, ""));
    }

    @Test
    void aConstraintThatNobodyKeepsIsRefused() {
        assertFault(
                Problem.LM190,
                FIND,
                with(
                        SERVLETS,
                        PAGE.replace("public class", "@jakarta.servlet.annotation.ServletSecurity public class")));
    }

    @Test
    void theRequestContextIsToldWhereTheAnnotationOrThePomSaysSo() {
        assertThat(web(scan(FIND, APP)).requestContext()).isFalse();
        assertThat(web(scan(new WebChoice(true, null, null, null, " true "), APP))
                        .requestContext())
                .isTrue();
        String annotated = APP.replace(
                "public class", "@io.lambdamaven.annotation.WebApplication(requestContext = true) public class");
        ScannedProject project = scan(WebChoice.NONE, annotated);
        assertThat(web(project).requestContext()).isTrue();
        assertThat(HandlerGenerator.generate(project).get(0).content())
                .contains("host(WebHost.main(\"shop.App\", 0, \"\").withRequestContext());");
        assertFault(Problem.LM134, new WebChoice(true, null, null, null, "yes"), APP);
    }

    @Test
    void theSpringBootApplicationIsMeantWhateverElseHasAMain() {
        String boot = "package org.springframework.boot.autoconfigure; public @interface SpringBootApplication {}";
        String shop = "package shop; @org.springframework.boot.autoconfigure.SpringBootApplication public class Shop {"
                + " public static void main(String[] args) {} }";
        assertThat(web(scan(FIND, APP, boot, shop)).className()).isEqualTo("shop.Shop");
        assertFault(Problem.LM049, FIND, boot, shop, shop.replace("class Shop", "class Second"));
    }

    @Test
    void whatCannotBeHostedIsRefused() {
        assertFault(Problem.LM043, new WebChoice(true, "shop.Plain", null, null), "package shop; class Plain {}");
        assertFault(Problem.LM049, new WebChoice(true, "shop.Absent", null, null), APP);
        assertFault(Problem.LM049, FIND, "package shop; class Plain {}");
        assertFault(
                Problem.LM049, FIND, APP, "package shop; class Second { public static void main(String[] args) {} }");
        assertFault(Problem.LM134, new WebChoice(true, null, "70000", null), APP);
        assertFault(Problem.LM134, new WebChoice(true, null, "none", null), APP);
        assertFault(Problem.LM134, new WebChoice(true, null, null, "shop/"), APP);
    }

    @Test
    void aServerThatIsMissingIsToldAtBuildTime() {
        assertFault(
                Problem.LM135,
                new WebChoice(true, "shop.Api", null, null),
                "package shop; public class Api extends jakarta.ws.rs.core.Application {}",
                "package jakarta.ws.rs.core; public class Application {}");
        assertFault(
                Problem.LM135,
                new WebChoice(true, "shop.Page", null, null),
                "package shop; public class Page implements jakarta.servlet.ServletContainerInitializer {}",
                "package jakarta.servlet; public interface ServletContainerInitializer {}");
    }

    @Test
    void aFunctionHostsOneApplication() {
        String annotated =
                "package shop; @io.lambdamaven.annotation.WebApplication class %s { static void main(String[] a) {} }";
        assertFault(Problem.LM044, WebChoice.NONE, annotated.formatted("One"), annotated.formatted("Two"));
    }

    private void assertFault(Problem problem, WebChoice choice, String... sources) {
        UserFault fault = catchThrowableOfType(UserFault.class, () -> scan(choice, sources));
        assertThat(fault.diagnostics()).extracting(Diagnostic::problem).containsExactly(problem);
        assertThat(fault.diagnostics().get(0).summary()).endsWith(".");
        assertThat(fault.diagnostics().get(0).remedy()).endsWith(".");
    }

    private static String[] with(String[] sources, String... more) {
        return Stream.concat(Stream.of(sources), Stream.of(more)).toArray(String[]::new);
    }

    private static Trigger.Web web(ScannedProject project) {
        return (Trigger.Web) project.functions().get(0).model().routes().get(0).trigger();
    }

    private int projects;

    private ScannedProject scan(WebChoice choice, String... sources) {
        UserProject project = new UserProject(folder.resolve("project" + projects++));
        for (String source : sources) {
            project.with(source);
        }
        return ProjectScanner.scan(java.util.List.of(project.compile()), libraries(), choice, null);
    }

    /** Without Jakarta REST, which the projects of these tests have or have not. */
    private static List<Path> libraries() {
        return UserProject.libraries().stream()
                .filter(each -> !each.toString().contains("ws.rs"))
                .toList();
    }
}
