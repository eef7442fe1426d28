package io.lambdamaven.plugin.generate;

import static org.assertj.core.api.Assertions.assertThat;

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
