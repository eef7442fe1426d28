package io.lambdamaven.runtime.code;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.Deadline;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps from nothing to the function's own handler: fetch, verify, load. */
final class Application {
    /** The variable that names the class of the handler. */
    static final String HANDLER = "LAMBDA_MAVEN__HANDLER";

    /** A start may take longer only with SnapStart or provisioned concurrency. */
    private static final long PATIENCE = 60_000;

    private static final int RANGE = 8 * 1024 * 1024;
    private static final int THREADS = 8;

    private final Map<String, String> environment;
    private final Expected expected;
    private final Disk disk;

    Application(Map<String, String> environment, Expected expected, Path folder) {
        this.environment = environment;
        this.expected = expected;
        this.disk = new Disk(folder, expected);
    }

    /** The jar on disk, verified. */
    Path jar() {
        Source source = Source.of(environment.get(Source.VARIABLE));
        if (source.isFile()) {
            return beside(source);
        }
        return disk.isThere() ? disk.jar() : fetched(source);
    }

    /** The local Lambda has it beside the code: nothing else can put it there. */
    private Path beside(Source source) {
        Path file = Path.of(String.valueOf(environment.get("LAMBDA_TASK_ROOT"))).resolve(source.path());
        try {
            if (disk.isGood(file)) {
                return file;
            }
        } catch (IOException e) {
            throw disk.failure("the file " + file + " cannot be read", e);
        }
        throw new CodeException("the file " + file + " is not what was built with this code: deploy again");
    }

    private Path fetched(Source source) {
        Deadline deadline = Deadline.in(PATIENCE);
        Ranges ranges = new Ranges(expected.size(), RANGE, THREADS);
        boolean good = false;
        try (FileChannel file = disk.create()) {
            Download download = new Download(new Aws(environment), source, expected, disk, ranges, deadline);
            good = disk.isExpected(download.into(file)) && file.size() == expected.size();
        } catch (IOException e) {
            throw disk.failure("what was fetched cannot be closed", e);
        } finally {
            if (!good) {
                disk.discard();
            }
        }
        if (!good) {
            throw new CodeException(source + " is not what was built with this code: its SHA-256 is not "
                    + expected.sha256()
                    + ". It was not started. Find out who has changed the object, then delete it and"
                    + " deploy again");
        }
        return disk.keep();
    }

    /** A loader of the jar, made when the jar was verified and not before. */
    ClassLoader loader() {
        Path jar = jar();
        try {
            URL url = jar.toUri().toURL();
            return new ApplicationLoader(url, Application.class.getClassLoader(), location());
        } catch (MalformedURLException e) {
            throw new CodeException("the file " + jar + " has no URL", e);
        }
    }

    private static URL location() {
        @Nullable CodeSource source = Application.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new CodeException("the function's code does not say where it is");
        }
        return source.getLocation();
    }

    RequestStreamHandler handler(ClassLoader loader) {
        String name = environment.get(HANDLER);
        if (name == null || name.isEmpty()) {
            throw new CodeException("the variable " + HANDLER + " is not set: deploy the function again");
        }
        try {
            Class<?> type = loader.loadClass(name);
            if (type.getClassLoader() != loader) {
                throw new CodeException("the handler " + name + " is not part of the application");
            }
            return type.asSubclass(RequestStreamHandler.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new CodeException("the handler " + name + " cannot be made: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new CodeException("the handler " + name + " cannot be made: " + e, e);
        }
    }
}
