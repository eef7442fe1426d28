package io.lambdamaven.bench.cold;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One cold start: a process of the managed runtime's command line and variables, from its start to its first answer. */
final class Trial {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String JNI = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final String BOOTSTRAP = "io.lambdamaven.runtime.code.SlimHandler";
    private static final int MEMORY = 512;

    /** In milliseconds; {@code init} until the first event is asked for, {@code first} from there to the answer. */
    record Times(double init, double first, double cold, double cpu) {}

    private final Options options;
    private final List<Path> client;
    private final Path library;
    private final Path scratch;

    Trial(Options options, Path clientJars, Path scratch) throws IOException {
        this.options = options;
        this.scratch = Files.createDirectories(scratch);
        try (Stream<Path> jars = Files.list(clientJars)) {
            client = jars.sorted().toList();
        }
        library = library();
    }

    /** The client would otherwise unpack it at every start, which in Lambda it does not. */
    private Path library() throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        String name = "jni/libaws-lambda-jni.linux-" + machine + ".so";
        Path file = scratch.resolve("libaws-lambda-jni.so");
        for (Path jar : client) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry entry = zip.getEntry(name);
                if (entry != null) {
                    Files.copy(zip.getInputStream(entry), file, StandardCopyOption.REPLACE_EXISTING);
                    return file;
                }
            }
        }
        throw new IOException("The runtime interface client has no " + name);
    }

    Times run(Subject subject) throws IOException, InterruptedException {
        try (RuntimeApi api = new RuntimeApi(subject.event());
                FakeAws aws = new FakeAws();
                Bucket bucket = Bucket.beside(subject.jar())) {
            Path log = log(subject);
            ProcessBuilder builder = builder(subject, bucket, api.address());
            if (subject.services() != null) {
                builder.environment().putAll(aws.variables());
                builder.environment().putAll(subject.services());
            }
            if (bucket != null) {
                builder.environment().put("_HANDLER", BOOTSTRAP);
                bucket.variables(subject.handler(), builder.environment());
            }
            long begun = System.nanoTime();
            Process process = builder.start();
            try {
                process.onExit()
                        .thenRun(() -> api.answer()
                                .completeExceptionally(new IOException("the process ended; its output is in " + log)));
                RuntimeApi.Answer answer = api.answer().get(120, TimeUnit.SECONDS);
                double cpu = cpu(process.pid());
                String fault = subject.fault(answer.body());
                if (!fault.isEmpty()) {
                    throw new IOException(subject.name() + ": " + fault + "; its output is in " + log);
                }
                return new Times(
                        (answer.asked() - begun) / 1e6,
                        (answer.answered() - answer.sent()) / 1e6,
                        (answer.answered() - begun) / 1e6,
                        cpu);
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException(subject.name() + ": " + e.getMessage(), e);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    Path log(Subject subject) {
        return scratch.resolve(subject.name() + ".log");
    }

    /** A process as Lambda starts it. */
    ProcessBuilder builder(Subject subject, Bucket bucket, String api) throws IOException {
        Path code = isUnpacked(subject) ? unpacked(subject.jar()) : Files.createDirectories(scratch.resolve("empty"));
        // Where it is started the client looks for classes that are not on the class path.
        ProcessBuilder builder = new ProcessBuilder(line(subject, bucket))
                .directory(code.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(subject).toFile());
        variables(subject, code, api, builder.environment());
        return builder;
    }

    private boolean isUnpacked(Subject subject) {
        return options.unpacked() || subject.isLayered();
    }

    private List<String> line(Subject subject, Bucket bucket) throws IOException {
        List<String> line = new ArrayList<>();
        if (!options.cpu().isEmpty()) {
            line.addAll(List.of("taskset", "-c", options.cpu()));
        }
        line.add(options.java().toString());
        // The managed runtime gives the heap 85 % of the function's memory.
        line.add("-Xmx" + MEMORY * 1024 * 85 / 100 + "k");
        line.addAll(List.of("-XX:+UseSerialGC", "-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        line.addAll(options.flags());
        line.add("-Djava.io.tmpdir=" + emptied(scratch.resolve("tmp")));
        line.add("-D" + JNI + "=" + library);
        line.add("-cp");
        List<String> path = new ArrayList<>();
        client.forEach(jar -> path.add(jar.toString()));
        if (!isUnpacked(subject)) {
            path.add(subject.jar().toString());
        }
        line.add(String.join(File.pathSeparator, path));
        line.add(CLIENT);
        line.add(bucket == null ? subject.handler() : BOOTSTRAP);
        return line;
    }

    /** So that nothing is left of an earlier start. */
    private static Path emptied(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(Files.createDirectories(directory))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        return directory.toAbsolutePath();
    }

    private static void variables(Subject subject, Path code, String address, Map<String, String> variables) {
        variables.clear();
        variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        variables.put("_HANDLER", subject.handler());
        variables.put("AWS_DEFAULT_REGION", "eu-central-1");
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature());
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(MEMORY));
        variables.put("AWS_LAMBDA_FUNCTION_NAME", "bench");
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/bench");
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/22/[1]0123456789abcdef0123456789abcdef");
        variables.put("AWS_LAMBDA_RUNTIME_API", address);
        variables.put("AWS_REGION", "eu-central-1");
        variables.put("LAMBDA_RUNTIME_DIR", "/var/runtime");
        variables.put("LAMBDA_TASK_ROOT", code.toString());
        // The quickstart's settings.
        variables.put("LAMBDA_MAVEN_ORDERS_BUCKET", "orders-incoming");
        variables.put("LAMBDA_MAVEN_ORDERS_QUEUE", "orders");
    }

    private Path unpacked(Path jar) throws IOException {
        Path directory = scratch.resolve("code").resolve(jar.getFileName());
        if (Files.exists(directory)
                && Files.getLastModifiedTime(directory).compareTo(Files.getLastModifiedTime(jar)) > 0) {
            return directory;
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                Path file = directory.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.setLastModifiedTime(directory, FileTime.fromMillis(System.currentTimeMillis()));
        return directory;
    }

    /**
     * The time that the process's threads have had, of those that still live; or of all, where one that is gone did a
     * good part, which the kernel counts in hundredths of a second.
     */
    static double cpu(long pid) throws IOException {
        long nanos = 0;
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path task : tasks.toList()) {
                String[] words = Files.readString(task.resolve("schedstat"), StandardCharsets.US_ASCII)
                        .split(" ");
                nanos += Long.parseLong(words[0]);
            }
        }
        return Math.max(nanos / 1e6, ofAll(pid));
    }

    private static double ofAll(long pid) throws IOException {
        String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
        String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(words[11]) + Long.parseLong(words[12])) * 10.0;
    }
}
