package io.lambdamaven.plugin.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.UserProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectionsTest {
    @TempDir
    Path folder;

    @Test
    void connectionsAreThoseOfTheEventsApiOrOfTheProjects() {
        Path classes = new UserProject(folder).with("""
                        package chat;

                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.*;

                        public class Chat {
                            @WebSocketTrigger("say")
                            public void say(String text, Connections connections) {}

                            @SqsTrigger(queue = "news")
                            public void tell(Connections connections, String news) {}
                        }
                        """).compile();
        List<Path> libraries = UserProject.libraries();

        List<SourceFile> sources = HandlerGenerator.generate(ProjectScanner.scan(List.of(classes), libraries));

        assertThat(sources)
                .singleElement()
                .satisfies(source -> assertThat(source.content())
                        .contains("super(routes());\n        SocketClient.ready();")
                        .contains("Connections connections = SocketClient.ofEvent(in);")
                        .contains("Connections connections = SocketClient.ofProject(in);"));
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.add(classes);
        assertThat(HandlerCompiler.compile(sources, new HandlerCompiler.Settings(classPath, 17, null)))
                .containsKey("chat/LambdaHandler.class");
    }

    @Test
    void aTaskIsGivenItsOwnBesideWhatItsCallerSent() {
        Path classes = new UserProject(folder).with("""
                        package chat;

                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.*;

                        public class Chat {
                            @WebSocketTrigger("report")
                            public void ask(WebSocketEvent event, Connections connections) {
                                Tasks.run(this::make, event.connectionId(), connections, 3);
                            }

                            @Task
                            public void make(String to, Connections connections, int pages) {}
                        }
                        """).compile();
        List<Path> libraries = UserProject.libraries();

        List<SourceFile> sources = HandlerGenerator.generate(ProjectScanner.scan(List.of(classes), libraries));

        assertThat(sources)
                .singleElement()
                .satisfies(source -> assertThat(source.content())
                        .contains("Connections connections = SocketClient.ofProject(in);")
                        .contains("in.at(\"pages\").argument(2, "));
    }

    @Test
    void aConstructorIsGivenThoseOfTheProject() {
        Path classes = new UserProject(folder).with("""
                        package chat;

                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.*;

                        public class Chat {
                            public Chat(Connections connections, @Setting("TABLE") String table) {}

                            @SqsTrigger(queue = "news")
                            public void tell(String news) {}
                        }
                        """).with("""
                        package chat;

                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.*;

                        public class Plain {
                            public Plain(Connections connections) {}

                            @Command("plain")
                            public void plain() {}
                        }
                        """).with("""
                        package chat;

                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.*;

                        @LambdaFunction(name = "other")
                        public class Other {
                            public Other() {}

                            Other(Connections connections) {}

                            public Other(Connections connections, Connections more) {}

                            @Command("other")
                            public void other() {}
                        }
                        """).compile();
        List<Path> libraries = UserProject.libraries();
        ScannedProject project = ProjectScanner.scan(List.of(classes), libraries);

        List<SourceFile> sources = HandlerGenerator.generate(project);

        assertThat(sources)
                .anySatisfy(source -> assertThat(source.content())
                        .contains("super(routes());\n        SocketClient.ready();")
                        .contains("new Chat(SocketClient.ofProject(), settings.at(\"TABLE\").as(String.class))")
                        .contains("plain = new Plain(SocketClient.ofProject());"));
        assertThat(sources)
                .anySatisfy(source ->
                        assertThat(source.content()).contains("new Other()").doesNotContain("Socket"));
        assertThat(project.functions())
                .extracting(each -> each.model().name(), each -> each.model().connections())
                .containsExactlyInAnyOrder(tuple("", true), tuple("other", false));
        List<Path> classPath = new ArrayList<>(libraries);
        classPath.add(classes);
        assertThat(HandlerCompiler.compile(sources, new HandlerCompiler.Settings(classPath, 17, null)))
                .containsKey("chat/LambdaHandler.class");
    }

    @Test
    void whoTakesNoneLoadsNothingForThem() {
        Path classes = new UserProject(folder).with("""
                        package chat;

                        import io.lambdamaven.annotation.*;

                        public class Chat {
                            @WebSocketTrigger("say")
                            public void say(String text) {}
                        }
                        """).compile();

        assertThat(HandlerGenerator.generate(ProjectScanner.scan(List.of(classes), UserProject.libraries())))
                .allSatisfy(source -> assertThat(source.content()).doesNotContain("SocketClient"));
    }
}
