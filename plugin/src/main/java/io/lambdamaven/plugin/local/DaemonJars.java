package io.lambdamaven.plugin.local;

import io.lambdamaven.plugin.local.daemon.LocalLambdaMain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The jars that the daemon's process needs, found where this process has them, and copied: a build may replace its own
 * while the daemon runs.
 */
final class DaemonJars {
    /** One class of each jar, by name: some of these jars nothing here may import. */
    static final List<String> CLASSES = List.of(
            LocalLambdaMain.class.getName(),
            "org.eclipse.jetty.server.Server",
            "org.eclipse.jetty.http.HttpField",
            "org.eclipse.jetty.io.Content",
            "org.eclipse.jetty.util.Callback",
            "org.eclipse.jetty.websocket.api.Session",
            "org.eclipse.jetty.websocket.common.WebSocketSession",
            "org.eclipse.jetty.websocket.core.Frame",
            "org.eclipse.jetty.websocket.core.server.WebSocketMappings",
            "org.eclipse.jetty.websocket.server.ServerWebSocketContainer",
            "org.slf4j.LoggerFactory",
            "com.fasterxml.jackson.annotation.JsonInclude",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.cronutils.parser.CronParser",
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            "com.amazonaws.services.lambda.runtime.Context",
            "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
            "software.amazon.awssdk.utilslite.SdkInternalThreadLocal");

    private final Path directory;

    DaemonJars(Path directory) {
        this.directory = directory;
    }

    /** The class path, in files that are named by their content and never change. */
    List<Path> install() {
        try {
            Files.createDirectories(directory);
            Set<Path> jars = new LinkedHashSet<>();
            for (String name : CLASSES) {
                jars.add(keep(origin(name)));
            }
            return List.copyOf(jars);
        } catch (IOException e) {
            throw new UncheckedIOException("The daemon's jars cannot be copied to " + directory, e);
        }
    }

    private static Path origin(String className) throws IOException {
        try {
            CodeSource source = Class.forName(className, false, DaemonJars.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource();
            if (source == null) {
                throw new IOException("The jar of " + className + " cannot be found");
            }
            return Path.of(source.getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IOException("The jar of " + className + " cannot be found: " + e, e);
        }
    }

    private Path keep(Path origin) throws IOException {
        byte[] bytes = Files.isDirectory(origin) ? packed(origin) : Files.readAllBytes(origin);
        String name = Files.isDirectory(origin) ? "classes.jar" : String.valueOf(origin.getFileName());
        Path kept = directory.resolve(digest(bytes).substring(0, 16) + "-" + name);
        if (!Files.exists(kept)) {
            Path partial = Files.createTempFile(directory, ".new", ".jar");
            Files.write(partial, bytes);
            Files.move(partial, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return kept;
    }

    /** Where the plugin itself is being built, its classes are not in a jar yet. */
    private static byte[] packed(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(classes)) {
            tree.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path file : files) {
                ZipEntry entry =
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/'));
                // The same classes give the same bytes, whenever they were compiled.
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
