package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.apply.Deployer;
import io.lambdamaven.plugin.generate.HandlerCompiler;
import io.lambdamaven.plugin.generate.HandlerGenerator;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.local.host.FunctionHost;
import io.lambdamaven.plugin.local.host.FunctionSpec;
import io.lambdamaven.plugin.local.host.HostSettings;
import io.lambdamaven.plugin.local.host.Request;
import io.lambdamaven.plugin.local.host.RuntimeClient;
import io.lambdamaven.plugin.manifest.ManifestJson;
import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.model.ProjectId;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.pack.Dependency;
import io.lambdamaven.plugin.pack.Layout;
import io.lambdamaven.plugin.pack.Limits;
import io.lambdamaven.plugin.pack.PackRequest;
import io.lambdamaven.plugin.pack.Packager;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.scan.ClassReferences;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.scan.RuntimeLibraries;
import io.lambdamaven.plugin.stage.Code;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Fault;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;

/** Two versions of a slim function, packed, deployed and run: each runs the application that it was built with. */
class SlimVersionsTest extends PortTest {
    private static final String BUCKET = "our-code";
    private static final Pattern LIBRARIES = Pattern.compile(
            "/(http-auth-(aws|aws-eventstream|spi)|http-client-spi|identity-spi|utils|annotations"
                    + "|checksums|checksums-spi|crt-core|slf4j-api|reactive-streams|aws-lambda-java-core)-\\d[^/]*\\.jar$");
    private static final String EVENT =
            "{\"version\":\"2.0\",\"rawPath\":\"/hello\",\"rawQueryString\":\"\",\"headers\":{},"
                    + "\"requestContext\":{\"http\":{\"method\":\"GET\",\"path\":\"/hello\"}}}";

    @TempDir
    Path folder;

    @Override
    void prepare() {
        cloud.direct.s3.createBucket(
                r -> r.bucket(BUCKET).createBucketConfiguration(c -> c.locationConstraint("eu-west-1")));
    }

    @Test
    void theAliasMovedBackRunsTheApplicationOfTheOlderVersion() throws Exception {
        Path first = pack("first");
        Path second = pack("second");
        deploy(first);
        deploy(second);
        assertThat(live().version()).isEqualTo("2");
        assertThat(answer(second, live())).isEqualTo("the second");

        cloud.direct.lambda.updateAlias(
                r -> r.functionName("orders-dev").name("live").functionVersion("1"));

        GetFunctionConfigurationResponse back = live();
        assertThat(back.version()).isEqualTo("1");
        assertThat(back.codeSha256()).as("what AWS runs").isEqualTo(base64(first));
        assertThat(answer(first, back)).isEqualTo("the first");
        assertThat(answer(second, back)).as("the code of another version").isEmpty();
    }

    private static GetFunctionConfigurationResponse live() {
        return cloud.direct.lambda.getFunctionConfiguration(
                r -> r.functionName("orders-dev").qualifier("live"));
    }

    private Path pack(String name) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        Path classes = new UserProject(place.resolve("project"))
                .with("""
                package com.example;

                import io.lambdamaven.annotation.HttpTrigger;

                public class Orders {
                    @HttpTrigger(path = "/hello")
                    public String hello() {
                        return "the %s";
                    }
                }
                """.formatted(name))
                .compile();
        List<Path> classPath = new ArrayList<>(List.of(classes));
        classPath.addAll(UserProject.libraries());
        ScannedProject project = ProjectScanner.scan(List.of(classes), classPath);
        List<Dependency> dependencies = new ArrayList<>();
        for (Path each : UserProject.libraries()) {
            if (each.toString().contains("handler-runtime")) {
                dependencies.add(new Dependency("io.lambdamaven", "lambda-handler-runtime", "1", each));
            } else if (LIBRARIES.matcher(each.toString()).find()) {
                dependencies.add(new Dependency("org.lib", "lib-" + dependencies.size(), "1", each));
            }
        }
        Path jar = new Packager(Limits.LAMBDA)
                .pack(new PackRequest(
                        classes,
                        HandlerCompiler.compile(
                                HandlerGenerator.generate(project), new HandlerCompiler.Settings(classPath, 17, null)),
                        (digest, application) -> ManifestJson.write(new Manifest(
                                        project.application(new ProjectId("com.example", "orders", "1")),
                                        17,
                                        digest,
                                        application))
                                .getBytes(StandardCharsets.UTF_8),
                        dependencies,
                        RuntimeLibraries.of(project),
                        ClassReferences::read,
                        place.resolve("orders-lambda.jar"),
                        Layout.SLIM,
                        17,
                        PackRequest.EARLIEST))
                .file();
        unzip(jar, place.resolve("code"));
        return jar;
    }

    private static void unzip(Path jar, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(jar);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    private static void deploy(Path jar) throws Exception {
        Path application = ApplicationJar.beside(jar);
        String sha256 = HexFormat.of().formatHex(sha256(application));
        long size = Files.size(application);
        Desired desired = Project.orders()
                .pom(Setting.CODE_BUCKET, BUCKET)
                .slim(sha256, size)
                .desired(
                        Wired.WHERE,
                        new Code(jar, base64(jar), Files.size(jar), new Code.Application(application, sha256, size)));
        cloud.proxy.restart(call -> new Fault.Pass());
        try (AwsPort port = new AwsPort(Cloud.settings(cloud.proxy.endpoint(), BUCKET), Cloud.KEYS)) {
            new Deployer(port, cloud.progress()).deploy(where -> desired, false);
        }
    }

    private static String base64(Path file) throws Exception {
        return Base64.getEncoder().encodeToString(sha256(file));
    }

    private static byte[] sha256(Path file) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    }

    /** What the code says with the configuration that a version has; empty if it does not start. */
    private String answer(Path jar, GetFunctionConfigurationResponse version) throws Exception {
        RuntimeClient client = RuntimeClient.install(folder.resolve("client"));
        Path scratch = Files.createTempDirectory(folder, "scratch");
        FunctionSpec spec = new FunctionSpec(
                "orders-dev",
                version.version(),
                ALIAS.substring(0, ALIAS.lastIndexOf(':')),
                version.handler(),
                512,
                30,
                new TreeMap<>(version.environment().variables()),
                jar.resolveSibling("code"),
                "eu-west-1");
        HostSettings settings = new HostSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                client.jars(),
                client.nativeLibrary(),
                false,
                client.loopClasses(),
                1,
                scratch.resolve("function.log"),
                scratch,
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        "test",
                        "AWS_ENDPOINT_URL",
                        cloud.moto.endpoint().toString()));
        try (FunctionHost host = new FunctionHost(spec, settings)) {
            byte[] payload = host.invoke(new Request(EVENT.getBytes(StandardCharsets.UTF_8), ALIAS))
                    .payload();
            return Json.parse(new String(payload, StandardCharsets.UTF_8))
                    .asObject()
                    .text("body", "");
        }
    }
}
