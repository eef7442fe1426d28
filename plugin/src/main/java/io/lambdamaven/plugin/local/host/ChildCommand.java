package io.lambdamaven.plugin.local.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The command line and the variables of a child: the managed runtime's, and nothing of the caller's. */
final class ChildCommand {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String LOOP = "io.lambdamaven.plugin.local.loop.PureJavaLoop";
    private static final String JNI = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    /** Set where a hosted application opens the port that it is told. */
    private static final String WEB_PORT = "LAMBDA_MAVEN__WEB_PORT";

    private final FunctionSpec spec;
    private final HostSettings settings;

    ChildCommand(FunctionSpec spec, HostSettings settings) {
        this.spec = spec;
        this.settings = settings;
    }

    /**
     * The command line.
     *
     * @param scratch a directory of this environment alone
     */
    List<String> line(Path scratch) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(settings.java().toString());
        // The managed runtime gives the heap 85 % of the function's memory.
        line.add("-Xmx" + (long) spec.memory() * 1024 * 85 / 100 + "k");
        line.add("-XX:+UseSerialGC");
        line.add("-XX:+TieredCompilation");
        line.add("-XX:TieredStopAtLevel=1");
        line.add("-Xshare:auto");
        line.add("-XX:ErrorFile=" + scratch.resolveSibling("hs_err_pid%p.log"));
        line.add("-Djava.io.tmpdir=" + scratch);
        Path library = settings.nativeLibrary();
        if (library != null && !settings.runsLoop()) {
            line.add("--enable-native-access=ALL-UNNAMED");
            line.add("-D" + JNI + "=" + library);
        }
        line.add("-cp");
        line.add(classPath());
        line.add(settings.runsLoop() ? LOOP : CLIENT);
        line.add(spec.handler());
        return line;
    }

    /** The client first, as its class loader is the parent of the function's in the managed runtime. */
    private String classPath() throws IOException {
        List<String> entries = new ArrayList<>();
        settings.clientJars().forEach(jar -> entries.add(jar.toString()));
        if (settings.runsLoop()) {
            entries.add(settings.loopClasses().toString());
        }
        entries.add(spec.code().toString());
        Path lib = spec.code().resolve("lib");
        if (Files.isDirectory(lib)) {
            try (Stream<Path> jars = Files.list(lib)) {
                jars.filter(jar -> jar.toString().endsWith(".jar"))
                        .sorted()
                        .forEach(jar -> entries.add(jar.toString()));
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    /** In Lambda each environment has a machine of its own, and here they share one. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no free port for a web application", e);
        }
    }

    /**
     * The variables.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Lambda's variables</a>
     */
    Map<String, String> environment(String runtimeApi, String logStream, int release) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin");
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        // Windows opens no socket without it.
        String systemRoot = System.getenv("SystemRoot");
        if (systemRoot != null) {
            variables.put("SystemRoot", systemRoot);
        }
        variables.putAll(spec.environment());
        variables.putAll(settings.passedOn());
        if (variables.containsKey(WEB_PORT)) {
            String port = String.valueOf(freePort());
            variables.put("PORT", port);
            variables.put("SERVER_PORT", port);
        }
        String code = spec.code().toString();
        variables.put("_HANDLER", spec.handler());
        variables.put("AWS_DEFAULT_REGION", spec.region());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + release);
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memory()));
        variables.put("AWS_LAMBDA_FUNCTION_NAME", spec.functionName());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", spec.version());
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.functionName());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        variables.put("AWS_REGION", spec.region());
        variables.put("LAMBDA_RUNTIME_DIR", "/var/runtime");
        variables.put("LAMBDA_TASK_ROOT", code);
        return variables;
    }
}
