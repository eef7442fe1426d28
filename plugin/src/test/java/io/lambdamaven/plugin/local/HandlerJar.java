package io.lambdamaven.plugin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A small function that is compiled and packed for a test. */
public final class HandlerJar {
    /** The handler's class. */
    public static final String HANDLER = "shop.Shop";

    private static final String SOURCE = """
            package shop;
            import com.amazonaws.services.lambda.runtime.*;
            import java.io.*;
            import java.nio.charset.StandardCharsets;
            public class Shop implements RequestStreamHandler {
                @Override
                public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
                    String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    System.out.println("took " + event);
                    out.write(answer(event, context).getBytes(StandardCharsets.UTF_8));
                }
                private String answer(String event, Context context) {
                    if (event.contains("boom")) {
                        throw new IllegalStateException("no stock");
                    }
                    if (event.contains("hang")) {
                        try { Thread.sleep(30_000); } catch (InterruptedException e) { throw new RuntimeException(e); }
                    }
                    if (event.contains("/structured")) {
                        return "{\\"statusCode\\":201,\\"headers\\":{\\"x-a\\":\\"b\\",\\"content-type\\":\\"image/png\\"},"
                                + "\\"cookies\\":[\\"a=1\\",\\"b=2\\"],\\"body\\":\\"aGk=\\",\\"isBase64Encoded\\":true}";
                    }
                    return "{\\"says\\":\\"SAID\\",\\"greeting\\":\\"" + System.getenv("GREETING") + "\\",\\"arn\\":\\""
                            + context.getInvokedFunctionArn() + "\\",\\"event\\":" + event + "}";
                }
            }
            """;

    private HandlerJar() {}

    /** @param says what this build of it answers */
    public static Path write(Path directory, String says) throws Exception {
        Path sources = Files.createDirectories(directory.resolve(says));
        Path source = Files.writeString(sources.resolve("Shop.java"), SOURCE.replace("SAID", says));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", sources.toString(), "-cp", core().toString(), "--release", "17");
            assertThat(compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                            .call())
                    .as(messages.toString())
                    .isTrue();
        }
        return pack(sources.resolve("shop/Shop.class"), directory.resolve(says + ".jar"));
    }

    private static Path core() throws Exception {
        return Path.of(Class.forName("com.amazonaws.services.lambda.runtime.Context")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static Path pack(Path file, Path jar) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("shop/Shop.class"));
            Files.copy(file, zip);
            zip.closeEntry();
        }
        return jar;
    }
}
