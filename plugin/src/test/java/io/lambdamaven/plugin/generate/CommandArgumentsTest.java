package io.lambdamaven.plugin.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.lambdamaven.plugin.model.CommandArgument;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands with several arguments: scanned, generated, compiled, and run by the real runtime. */
final class CommandArgumentsTest {
    @TempDir
    Path folder;

    private ScannedProject project;
    private RequestStreamHandler handler;

    @BeforeEach
    void build() throws Exception {
        Path classes = new UserProject(folder).with("""
                        package shop;

                        import com.amazonaws.services.lambda.runtime.Context;
                        import io.lambdamaven.annotation.*;
                        import java.time.LocalDate;
                        import java.util.*;

                        public class Admin {
                            public enum Mode { FULL, DELTA }

                            public record Item(String name, int count) {}

                            @Command(value = "reindex", description = "Builds the index again")
                            public String reindex(
                                    @Argument(description = "Which index") String index,
                                    @Argument(defaultValue = "10") int limit,
                                    Mode mode,
                                    Optional<LocalDate> since,
                                    @Argument("id") List<Long> ids,
                                    Context context) {
                                return index + " " + limit + " " + mode + " " + since + " " + ids + " "
                                        + context.getFunctionName();
                            }

                            @Command("stock")
                            public String stock(Item item, List<Item> more, boolean dry) {
                                return item + " " + more + " " + dry;
                            }

                            @Command("one")
                            public String one(@Argument("only") String value) {
                                return value;
                            }

                            @Command("whole")
                            public String whole(Map<String, Object> args) {
                                return args.toString();
                            }
                        }
                        """).compile();
        List<Path> classPath = new ArrayList<>(UserProject.libraries());
        classPath.add(classes);
        project = ProjectScanner.scan(List.of(classes), classPath);
        HandlerCompiler.compile(HandlerGenerator.generate(project), new HandlerCompiler.Settings(classPath, 17, null))
                .forEach((path, bytes) -> write(classes.resolve(path), bytes));
        ClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        handler = (RequestStreamHandler)
                loader.loadClass("shop.LambdaHandler").getDeclaredConstructor().newInstance();
    }

    @Test
    void eachArgumentIsTheMemberOfItsName() throws IOException {
        assertThat(send("reindex", "{'index':'orders','mode':'FULL'}"))
                .isEqualTo("\"orders 10 FULL Optional.empty [] shop\"");
        assertThat(send("reindex", "{'since':'2026-01-31','id':[1,'2'],'mode':'DELTA','limit':'7','index':'a'}"))
                .isEqualTo("\"a 7 DELTA Optional[2026-01-31] [1, 2] shop\"");
        assertThat(send("reindex", "{'index':'a','mode':'FULL','id':5,'limit':3,'since':null}"))
                .isEqualTo("\"a 3 FULL Optional.empty [5] shop\"");
    }

    @Test
    void recordsAndListsOfThemAreArgumentsToo() throws IOException {
        assertThat(send("stock", "{'item':{'name':'a','count':1},'more':[{'name':'b','count':2}],'dry':true}"))
                .isEqualTo("\"Item[name=a, count=1] [Item[name=b, count=2]] true\"");
    }

    @Test
    void aSingleParameterTakesAllOfArgsUnlessItIsNamed() throws IOException {
        assertThat(send("one", "{'only':'x'}")).isEqualTo("\"x\"");
        assertThat(send("whole", "{'only':'x'}")).isEqualTo("\"{only=x}\"");
    }

    @Test
    void whatIsMissingOrIllTypedIsToldWithItsName() {
        refused("reindex", "{'mode':'FULL'}", "argument 'index' is missing");
        refused("reindex", "null", "argument 'index' is missing");
        refused("reindex", "{'index':'a','mode':'FULL','limit':'secret'}", "argument 'limit' is not of type Integer");
        refused("reindex", "{'index':'a','mode':'secret'}", "argument 'mode' is not one of FULL DELTA");
        refused("reindex", "{'index':{'a':'secret'},'mode':'FULL'}", "argument 'index' is no single value");
        refused("reindex", "{'index':'a','mode':'FULL','id':['secret']}", "argument 'id' is not of type Long");
        refused("stock", "{'item':{'count':'secret'},'more':[],'dry':true}", "argument 'item' ");
        refused("stock", "{'more':[],'dry':true}", "argument 'item' is missing");
        refused("reindex", "[1]", "'args' of the command reindex is no JSON object");
        refused("reindex", "{'index':'a','index':'b'}", "has an argument twice");
        refused(
                "reindex",
                "{'index':'a','secret':1}",
                "has a member that is no argument; its arguments are index, limit, mode, since, id");
    }

    private void refused(String command, String args, String why) {
        assertThatThrownBy(() -> send(command, args))
                .hasMessageContaining(why)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void theModelSaysWhatOperatorsCanTell() {
        Map<String, List<CommandArgument>> arguments = project.functions().get(0).model().routes().stream()
                .map(route -> (Trigger.Command) route.trigger())
                .collect(Collectors.toMap(Trigger.Command::name, Trigger.Command::arguments));

        assertThat(arguments.get("reindex"))
                .containsExactly(
                        new CommandArgument("index", "String", true, false, null, "Which index"),
                        new CommandArgument("limit", "int", false, false, "10", ""),
                        new CommandArgument("mode", "Admin.Mode", true, false, null, ""),
                        new CommandArgument("since", "Optional<LocalDate>", false, false, null, ""),
                        new CommandArgument("id", "List<Long>", false, true, null, ""));
        assertThat(arguments.get("whole"))
                .containsExactly(new CommandArgument("", "Map<String, Object>", true, false, null, ""));
    }

    private String send(String command, String args) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        String event = "{'command':'" + command + "','args':" + args + "}";
        handler.handleRequest(
                new ByteArrayInputStream(event.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), reply, context());
        return reply.toString(StandardCharsets.UTF_8);
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getInvokedFunctionArn" -> "arn:aws:lambda:eu-central-1:123456789012:function:shop:ops";
                    case "getRemainingTimeInMillis" -> 30_000;
                    case "getAwsRequestId" -> "request";
                    case "getFunctionName" -> "shop";
                    default -> null;
                });
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
