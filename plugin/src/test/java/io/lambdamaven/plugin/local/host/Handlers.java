package io.lambdamaven.plugin.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Handlers that a test compiles, and hosts that run them. */
final class Handlers {
    static final String ARN = "arn:aws:lambda:eu-west-1:000000000000:function:shop";

    private static final String SOURCE = """
            package shop;
            import com.amazonaws.services.lambda.runtime.*;
            import java.io.*;
            import java.nio.charset.StandardCharsets;
            import java.util.*;
            public class Shop implements RequestStreamHandler {
                private int calls;
                @Override
                public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
                    String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    calls++;
                    switch (event) {
                        case "fail": throw new IllegalStateException("no \\"stock\\"");
                        case "exit": System.exit(3); return;
                        case "die": Runtime.getRuntime().halt(0); return;
                        case "hang": sleep(60_000); return;
                        case "nap": sleep(700); break;
                        case "fill":
                            List<byte[]> all = new ArrayList<>();
                            while (true) all.add(new byte[8_000_000]);
                        case "large": out.write(new byte[7_000_000]); return;
                        case "variables":
                            out.write(new TreeMap<>(System.getenv()).toString().getBytes(StandardCharsets.UTF_8));
                            return;
                        case "print":
                            System.out.println("to out");
                            System.err.println("to err");
                            System.out.print("unended");
                            break;
                        case "context":
                            out.write((context.getInvokedFunctionArn() + " " + context.getMemoryLimitInMB() + " "
                                    + (context.getRemainingTimeInMillis() > 0) + " " + context.getFunctionName() + " "
                                    + System.getProperty("user.dir")).getBytes(StandardCharsets.UTF_8));
                            return;
                        default: break;
                    }
                    out.write((event + " " + calls + " " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8));
                }
                private static void sleep(int millis) {
                    try { Thread.sleep(millis); } catch (InterruptedException e) { throw new RuntimeException(e); }
                }
            }
            """;

    private static final String BROKEN = """
            package shop;
            import com.amazonaws.services.lambda.runtime.*;
            import java.io.*;
            public class Broken implements RequestStreamHandler {
                public Broken() { throw new IllegalArgumentException("no table"); }
                @Override
                public void handleRequest(InputStream in, OutputStream out, Context context) {}
            }
            """;

    private static final String SLOW = """
            package shop;
            import com.amazonaws.services.lambda.runtime.*;
            import java.io.*;
            public class Slow implements RequestStreamHandler {
                public Slow() throws InterruptedException { Thread.sleep(2500); }
                @Override
                public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
                    out.write('1');
                }
            }
            """;

    private static final String PLAIN = "package shop; public class Plain {}";

    private Handlers() {}

    /** Writes the handlers' classes into a task root. */
    static void compile(Path root, RuntimeClient client) throws IOException {
        Path sources = root.resolveSibling("sources");
        Files.createDirectories(sources);
        Files.createDirectories(root);
        Files.writeString(sources.resolve("Shop.java"), SOURCE);
        Files.writeString(sources.resolve("Broken.java"), BROKEN);
        Files.writeString(sources.resolve("Slow.java"), SLOW);
        Files.writeString(sources.resolve("Plain.java"), PLAIN);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    root.toString(),
                                    "-cp",
                                    client.jars().get(1).toString(),
                                    "--release",
                                    "17"),
                            null,
                            files.getJavaFileObjects(
                                    sources.resolve("Shop.java"),
                                    sources.resolve("Broken.java"),
                                    sources.resolve("Slow.java"),
                                    sources.resolve("Plain.java")))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }
}
