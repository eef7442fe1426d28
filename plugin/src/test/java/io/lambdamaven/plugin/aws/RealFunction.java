package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.generate.HandlerCompiler;
import io.lambdamaven.plugin.generate.HandlerGenerator;
import io.lambdamaven.plugin.local.host.FunctionHost;
import io.lambdamaven.plugin.local.host.FunctionSpec;
import io.lambdamaven.plugin.local.host.HostSettings;
import io.lambdamaven.plugin.local.host.RuntimeClient;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Code of a user's in AWS's runtime client, which finds the emulator's tables and queues. */
final class RealFunction {
    private RealFunction() {}

    /** The function's code: handler, runtime and, beside it, what signs requests. */
    static Path classes(Path folder, String... sources) throws IOException {
        UserProject project = new UserProject(folder);
        for (String source : sources) {
            project = project.with(source);
        }
        Path classes = project.compile();
        List<Path> classPath = new ArrayList<>(UserProject.libraries());
        classPath.add(classes);
        HandlerCompiler.compile(
                        HandlerGenerator.generate(ProjectScanner.scan(List.of(classes), classPath)),
                        new HandlerCompiler.Settings(classPath, 17, null))
                .forEach((path, bytes) -> write(classes.resolve(path), bytes));
        Path lib = Files.createDirectories(classes.resolve("lib"));
        for (Path library : UserProject.libraries()) {
            String path = library.toString();
            if (path.contains("handler-runtime") && Files.isDirectory(library)) {
                copy(library, classes);
            } else if (path.endsWith(".jar")
                    && (path.contains("awssdk")
                            || path.contains("jackson")
                            || path.contains("reactive")
                            || path.contains("slf4j-api")
                            || path.contains("lambda-handler-runtime"))) {
                Files.copy(library, lib.resolve(library.getFileName()));
            }
        }
        return classes;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs it.
     *
     * @param arn of the function, with the alias that it is called by
     */
    static FunctionHost host(Path folder, Cloud cloud, Desired desired, String arn, Path classes) throws IOException {
        LambdaFunction function = desired.resources().stream()
                .filter(LambdaFunction.class::isInstance)
                .map(LambdaFunction.class::cast)
                .findFirst()
                .orElseThrow();
        RuntimeClient client = RuntimeClient.install(folder.resolve("client"));
        Map<String, String> account = Map.of(
                "AWS_ENDPOINT_URL", cloud.moto.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test");
        return new FunctionHost(
                new FunctionSpec(
                        "orders-dev",
                        "1",
                        arn.substring(0, arn.lastIndexOf(':')),
                        "shop.LambdaHandler",
                        512,
                        30,
                        new TreeMap<>(function.environment()),
                        classes,
                        "eu-west-1"),
                new HostSettings(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        client.jars(),
                        client.nativeLibrary(),
                        false,
                        client.loopClasses(),
                        1,
                        folder.resolve("function.log"),
                        folder.resolve("scratch"),
                        account));
    }
}
