package io.lambdamaven.plugin.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.lambdamaven.plugin.model.CommandArgument;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Grant;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.ProjectClasses;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.ScannedFunction;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.testing.OrderService;
import io.lambdamaven.plugin.testing.Triggers;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProjectScannerTest {
    @TempDir
    Path folder;

    @Test
    void functionsHaveTheirSettingsRoutesAndGrants() {
        List<FunctionModel> functions = scan(OrderService.in(folder).compile()).functions().stream()
                .map(ScannedFunction::model)
                .toList();
        assertThat(functions)
                .extracting(FunctionModel::name, FunctionModel::handlerClass)
                .containsExactly(
                        tuple("", "com.example.orders.LambdaHandler"),
                        tuple("order-admin", "com.example.orders.OrderAdminLambdaHandler"));
        FunctionModel admin = functions.get(1);
        assertThat(admin.memory()).isEqualTo(1024);
        assertThat(admin.timeout()).isEqualTo(900);
        assertThat(admin.description()).isEqualTo("For operators");
        assertThat(admin.grants())
                .containsExactly(new Grant(List.of("s3:GetObject", "s3:PutObject"), List.of("arn:aws:s3:::index/*")));
        assertThat(functions.get(0).memory()).isNull();
        assertThat(functions.get(0).grants()).hasSize(1);
    }

    @Test
    void triggersCarryWhatTheAnnotationsSay() {
        List<Route> routes = scan(OrderService.in(folder).compile()).functions().stream()
                .flatMap(function -> function.model().routes().stream())
                .toList();
        assertThat(routes)
                .extracting(Route::trigger)
                .contains(
                        new Trigger.Http("PUT", "/orders"),
                        Triggers.sqs("${orders.queue}", 10, 0, 5, true),
                        Triggers.sqs("bulk", 100, 5, null, true),
                        Triggers.sqs("listed.fifo", 10, 0, null, false),
                        new Trigger.S3("${orders.bucket}", List.of("s3:ObjectCreated:*"), "incoming/", ".csv"),
                        new Trigger.Schedule("cron(*/5 8-17 ? * MON-FRI *)", "working hours", true),
                        new Trigger.Command(
                                "reindex",
                                "Builds the index again",
                                List.of(new CommandArgument("", "List<String>", true, false, null, ""))),
                        new Trigger.Invoke());
        assertThat(routes)
                .filteredOn(route -> route.granularity() == Granularity.EACH)
                .extracting(route -> route.method().methodName())
                .containsExactlyInAnyOrder("each", "load");
        assertThat(routes)
                .extracting(Route::id)
                .allMatch(id -> id.matches("[0-9a-f]{8}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void twoScansAreEqual() {
        Path classes = OrderService.in(folder).compile();
        assertThat(scan(classes)).isEqualTo(scan(classes));
    }

    @Test
    void anIdOutlivesWhatOnlyTunesTheTrigger() throws IOException {
        String before = "@SqsTrigger(queue = \"q\") public void a() {}";
        String after = "@SqsTrigger(queue = \"q\", batchSize = 5) public void a(SqsMessage message) {}";
        String moved = "@SqsTrigger(queue = \"q2\") public void a() {}";
        assertThat(idOf("after", after)).isEqualTo(idOf("before", before)).isNotEqualTo(idOf("moved", moved));
    }

    private String idOf(String name, String code) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        Path classes = new UserProject(place).with(shop(code)).compile();
        return scan(classes).functions().get(0).model().routes().get(0).id();
    }

    @Test
    void theCompilersBridgesAreNoMethodsOfTheirOwn() {
        Path classes = new UserProject(folder)
                .with("package shop; public interface Source<T> { T next(String name); }")
                .with("""
                        package shop;

                        import io.lambdamaven.annotation.*;

                        public class Shop implements Source<Integer> {
                            @InvokeTrigger
                            @Override
                            public Integer next(String name) {
                                return 1;
                            }
                        }
                        """)
                .compile();
        assertThat(scan(classes).functions().get(0).model().routes())
                .singleElement()
                .satisfies(route ->
                        assertThat(route.method().descriptor()).isEqualTo("(Ljava/lang/String;)Ljava/lang/Integer;"));
    }

    @Test
    void anEarlierHandlerIsReportedAndInNobodysWay() {
        Path classes = new UserProject(folder)
                .with(shop("@InvokeTrigger public void a() {}"))
                .with("""
                        package shop;

                        public class LambdaHandler extends io.lambdamaven.runtime.RoutedHandler {
                            public LambdaHandler() {
                                super(io.lambdamaven.runtime.route.RouteTable.builder().build());
                            }

                            @Override
                            protected Object call(int route, io.lambdamaven.runtime.bind.Arguments in) {
                                throw unknownRoute(route);
                            }
                        }
                        """)
                .compile();
        ScannedProject project = scan(classes);
        assertThat(project.earlierHandlers()).containsExactly("shop.LambdaHandler");
        assertThat(project.functions().get(0).model().handlerClass()).isEqualTo("shop.LambdaHandler");
    }

    @Test
    void aClassOfTheUsersKeepsItsName() {
        Path classes = new UserProject(folder)
                .with(shop("@InvokeTrigger public void a() {}"))
                .with("package shop; public class LambdaHandler {}")
                .compile();
        assertThat(scan(classes).functions().get(0).model().handlerClass()).isEqualTo("shop.GeneratedLambdaHandler");
    }

    @Test
    void jarsAreScannedToo() throws IOException {
        Path classes = new UserProject(folder)
                .with(shop("@InvokeTrigger public void a() {}"))
                .compile();
        Path jar = folder.resolve("shop.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (String entry : List.of("shop/Shop.class", "META-INF/versions/21/shop/Shop.class")) {
                out.putNextEntry(new JarEntry(entry));
                out.write(Files.readAllBytes(classes.resolve("shop/Shop.class")));
            }
        }
        assertThat(scan(jar).functions()).hasSize(1);
    }

    @Test
    void aProjectWithoutTriggersHasNoFunction() {
        Path classes = new UserProject(folder).with(shop("public void a() {}")).compile();
        assertThat(scan(classes)).isEqualTo(new ScannedProject(List.of(), ProjectClasses.NONE, List.of()));
        assertThat(scan(folder.resolve("missing")))
                .isEqualTo(new ScannedProject(List.of(), ProjectClasses.NONE, List.of()));
    }

    @Test
    void nestedTypesKeepTheirSourceNames() {
        JavaType.Declared nested = new JavaType.Declared("a.b.Outer$In", "a.b.Outer.In", List.of());
        assertThat(nested.packageName()).isEqualTo("a.b");
        assertThat(nested.simpleNames()).containsExactly("Outer", "In");
        assertThat(nested.display()).isEqualTo("Outer.In");
    }

    @ParameterizedTest
    @CsvSource({
        "a.b a.b, a.b",
        "a.b a.b.c, a.b",
        "a.bc a.b, a",
        "com.x org.y, com.x",
        "'', ''",
        "' a.b', ''",
    })
    void handlersLiveInTheCommonPackage(String packages, String common) {
        assertThat(HandlerNames.commonPackage(List.of(packages.split(" ", -1)))).isEqualTo(common);
    }

    @ParameterizedTest
    @CsvSource({"order-import, p.OrderImportLambdaHandler", "2nd_try, p.F2ndTryLambdaHandler", "'', p.LambdaHandler"})
    void handlersAreNamedAfterTheirFunction(String function, String handler) {
        assertThat(HandlerNames.handler("p", function, new TreeSet<>())).isEqualTo(handler);
    }

    @Test
    void functionsWithTheSameNameInJavaGetDifferentHandlers() {
        Set<String> taken = new TreeSet<>();
        assertThat(HandlerNames.handler("", "a-b", taken)).isEqualTo("ABLambdaHandler");
        assertThat(HandlerNames.handler("", "a_b", taken)).isEqualTo("GeneratedABLambdaHandler");
        assertThat(HandlerNames.handler("", "A-b", taken)).isEqualTo("GeneratedABLambdaHandler2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(1 minute)",
                "rate(12 hours)",
                "cron(15 10 ? * 6L 2026-2030)",
                "cron(0/15 * * * ? *)",
                "cron(0 8 1 * ? *)",
                "cron(0 9 ? * 2#1 *)",
                "cron(0 9 3W JAN,DEC ? *)",
                "cron(0 18 ? * MON-FRI *)"
            })
    void schedulesOfEventBridgeAreTaken(String expression) {
        Path classes = new UserProject(folder)
                .with(shop("@ScheduleTrigger(\"" + expression + "\") public void a() {}"))
                .compile();
        assertThat(scan(classes).functions()).hasSize(1);
    }

    @Test
    void aServiceThatIsToldByRequestNeedsTheSigner() {
        Path classes = new UserProject(folder).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;

                        public class Pipeline {
                            @CodePipelineTrigger
                            public void job(String parameters) {}
                        }
                        """).compile();
        List<Path> withoutSdk = UserProject.libraries().stream()
                .filter(library -> !library.toString().contains("awssdk"))
                .toList();

        assertThat(ProjectScanner.scan(List.of(classes), UserProject.libraries())
                        .functions())
                .hasSize(1);
        assertThatThrownBy(() -> ProjectScanner.scan(List.of(classes), withoutSdk))
                .hasMessageContaining("LM078")
                .hasMessageContaining("Pipeline.job")
                .hasMessageContaining("Add the dependency software.amazon.awssdk:http-auth-aws");
    }

    @Test
    void tasksNeedTheSigner() {
        Path classes = new UserProject(folder).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;

                        public class Kitchen {
                            @Task
                            public void wash() {}
                        }
                        """).compile();
        List<Path> withoutSdk = UserProject.libraries().stream()
                .filter(library -> !library.toString().contains("awssdk"))
                .toList();

        assertThatThrownBy(() -> ProjectScanner.scan(List.of(classes), withoutSdk))
                .hasMessageContaining("LM117")
                .hasMessageContaining("Kitchen.wash")
                .hasMessageContaining("take @Task off");
    }

    @Test
    void connectionsNeedTheSigner() {
        Path classes = new UserProject(folder).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.*;

                        public class Chat {
                            @WebSocketTrigger("say")
                            public void say(String text, Connections connections) {}
                        }
                        """).compile();
        List<Path> withoutSdk = UserProject.libraries().stream()
                .filter(library -> !library.toString().contains("awssdk"))
                .toList();

        assertThatThrownBy(() -> ProjectScanner.scan(List.of(classes), withoutSdk))
                .hasMessageContaining("LM147")
                .hasMessageContaining("Chat.say")
                .hasMessageContaining("Add the dependency software.amazon.awssdk:http-auth-aws");
    }

    @Test
    void onlyWhoWritesWithoutAnEventOfTheClientsAsksForTheProjectsApi() {
        assertThat(model("@WebSocketTrigger(\"say\") public void a(String text, Connections connections) {}"))
                .returns(false, FunctionModel::connections);
        assertThat(model("@ScheduleTrigger(\"rate(1 day)\") public void a(Connections connections) {}"))
                .returns(true, FunctionModel::connections);
        assertThat(model("@HttpTrigger(path = \"/a\") @WebSocketTrigger(\"say\")"
                        + " public void a(String text, Connections connections) {}"))
                .returns(true, FunctionModel::connections);
    }

    private FunctionModel model(String code) {
        Path classes = new UserProject(folder).with(shop(code)).compile();
        return scan(classes).functions().get(0).model();
    }

    @Test
    void idempotencyNeedsTheSigner() {
        Path classes = new UserProject(folder).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;

                        public class Till {
                            @InvokeTrigger
                            @Idempotent(key = "order.id")
                            public void pay() {}
                        }
                        """).compile();
        List<Path> withoutSdk = UserProject.libraries().stream()
                .filter(library -> !library.toString().contains("awssdk"))
                .toList();

        assertThatThrownBy(() -> ProjectScanner.scan(List.of(classes), withoutSdk))
                .hasMessageContaining("LM124")
                .hasMessageContaining("Till.pay")
                .hasMessageContaining("take @Idempotent off");
    }

    private static String shop(String code) {
        return "package shop;\nimport io.lambdamaven.annotation.*;\nimport io.lambdamaven.api.*;\npublic class Shop {\n"
                + code + "\n}";
    }

    private static ScannedProject scan(Path root) {
        return ProjectScanner.scan(List.of(root), UserProject.libraries());
    }
}
