package io.lambdamaven.plugin.local.host;

import io.lambdamaven.plugin.local.loop.PureJavaLoop;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AWS's client as files that a child can name: its jars, its native part for this system, and our loop instead of it. */
public final class RuntimeClient {
    /** One class of each jar that a child needs, by name: this package imports none of them. */
    static final List<String> NEEDED = List.of(
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            "com.amazonaws.services.lambda.runtime.Context",
            "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
            "software.amazon.awssdk.utilslite.SdkInternalThreadLocal");

    static final List<String> LOOP =
            List.of("ErrorText", "HandlerLoader", "LoopContext", "LoopLogger", "PureJavaLoop", "package-info");

    private final List<Path> jars;
    private final @Nullable Path nativeLibrary;
    private final Path loopClasses;

    private RuntimeClient(List<Path> jars, @Nullable Path nativeLibrary, Path loopClasses) {
        this.jars = List.copyOf(jars);
        this.nativeLibrary = nativeLibrary;
        this.loopClasses = loopClasses;
    }

    /** Copies what is not there yet. Several may do so at once. */
    public static RuntimeClient install(Path directory) throws IOException {
        Store store = new Store(directory);
        List<Path> jars = new ArrayList<>();
        for (String name : NEEDED) {
            Path jar = jarOf(name);
            jars.add(store.keep(String.valueOf(jar.getFileName()), Files.readAllBytes(jar)));
        }
        return new RuntimeClient(jars, nativePart(store), loop(store));
    }

    private static Path jarOf(String className) throws IOException {
        try {
            CodeSource source = named(className).getProtectionDomain().getCodeSource();
            if (source == null) {
                throw new IOException("The jar of " + className + " cannot be found");
            }
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("The jar of " + className + " cannot be found: " + e.getMessage(), e);
        }
    }

    private static Class<?> named(String className) throws IOException {
        try {
            return Class.forName(className, false, RuntimeClient.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IOException("The plugin has no " + className, e);
        }
    }

    private static @Nullable Path nativePart(Store store) throws IOException {
        String resource = NativeLibrary.here();
        if (resource == null) {
            return null;
        }
        try (InputStream in = named(NEEDED.get(0)).getResourceAsStream("/jni/" + resource)) {
            return in == null ? null : store.keep(resource, in.readAllBytes());
        }
    }

    private static Path loop(Store store) throws IOException {
        Store.Tree tree = store.tree("loop");
        String folder = PureJavaLoop.class.getPackageName().replace('.', '/') + "/";
        for (String name : LOOP) {
            try (InputStream in = PureJavaLoop.class.getResourceAsStream(name + ".class")) {
                if (in == null) {
                    throw new IOException("The plugin has no class " + folder + name);
                }
                tree.add(folder + name + ".class", in.readAllBytes());
            }
        }
        return tree.keep();
    }

    /** AWS's client and what it needs. */
    public List<Path> jars() {
        return jars;
    }

    /** The client's native part; {@code null} where there is none for this system. */
    public @Nullable Path nativeLibrary() {
        return nativeLibrary;
    }

    /** The directory with the classes of our loop. */
    public Path loopClasses() {
        return loopClasses;
    }
}
