package io.lambdamaven.plugin.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.lambdamaven.plugin.generate.HandlerCompiler;
import io.lambdamaven.plugin.generate.HandlerGenerator;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.MotoServer;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** A function in AWS's runtime client that reads its configuration from services that somebody else has written. */
@Timeout(180)
final class RemoteConfigWireTest {
    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:bank";
    private static final String DIFF = "{\"lambda-maven\":\"config-diff\"}";

    private static final StaticCredentialsProvider KEYS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    @TempDir
    static Path shared;

    private static RuntimeClient client;
    private static MotoServer moto;
    private static S3Client s3;

    @TempDir
    Path directory;

    private final List<FunctionHost> hosts = new ArrayList<>();

    @BeforeAll
    static void build() throws Exception {
        client = RuntimeClient.install(shared.resolve("client"));
        Path classes = new UserProject(shared.resolve("project")).with("""
                package bank;

                import io.lambdamaven.annotation.*;
                import io.lambdamaven.api.Settings;
                import java.util.*;

                public class Bank {
                    private final String url;

                    public Bank(@Setting("URL") String url) {
                        this.url = url;
                        System.out.println("MADE");
                    }

                    @InvokeTrigger
                    public String tell(String event, @Setting("LIMIT") int limit) {
                        return url + " " + limit + " " + Settings.remote().size() + " " + Settings.get("PIN", "none");
                    }
                }
                """).compile();
        List<Path> classPath = new ArrayList<>(UserProject.libraries());
        classPath.add(classes);
        var sources = HandlerGenerator.generate(ProjectScanner.scan(List.of(classes), UserProject.libraries()));
        for (var each : HandlerCompiler.compile(sources, new HandlerCompiler.Settings(classPath, 17, null))
                .entrySet()) {
            Files.write(classes.resolve(each.getKey()), each.getValue());
        }
        Path code = shared.resolve("code");
        copy(classes, code);
        for (Path library : UserProject.libraries()) {
            String name = library.toString();
            if (name.contains("handler-runtime") && Files.isDirectory(library)) {
                copy(library, code);
            } else if (name.contains("lambda-handler-runtime") || isOfTheSigner(name)) {
                Files.createDirectories(code.resolve("lib"));
                Files.copy(library, code.resolve("lib").resolve(library.getFileName()));
            }
        }
        moto = MotoServer.start();
        s3 = S3Client.builder()
                .endpointOverride(moto.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(KEYS)
                .forcePathStyle(true)
                .build();
        s3.createBucket(r -> r.bucket("settings").createBucketConfiguration(c -> c.locationConstraint("eu-west-1")));
        s3.putBucketVersioning(
                r -> r.bucket("settings").versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    }

    /** What http-auth-aws brings, without a client of a service. */
    private static boolean isOfTheSigner(String path) {
        return Stream.of(
                                "http-auth",
                                "identity-spi",
                                "http-client-spi",
                                "utils",
                                "annotations",
                                "checksums",
                                "metrics-spi",
                                "retries-spi",
                                "profiles")
                        .anyMatch(word -> path.contains("software/amazon/awssdk/" + word))
                || path.contains("reactive-streams")
                || path.contains("slf4j-api");
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

    @AfterAll
    static void stop() {
        if (moto != null) {
            s3.close();
            moto.close();
        }
    }

    @AfterEach
    void closeHosts() {
        hosts.forEach(FunctionHost::close);
    }

    private static String put(String key, String json) {
        return s3.putObject(r -> r.bucket("settings").key(key), RequestBody.fromString(json))
                .versionId();
    }

    private FunctionHost host(String sources) {
        return host(sources, moto.endpoint().toString());
    }

    private FunctionHost host(String sources, String endpoint) {
        FunctionSpec spec = new FunctionSpec(
                "bank",
                "7",
                ARN,
                "bank.LambdaHandler",
                256,
                20,
                new TreeMap<>(Map.of(
                        "LAMBDA_MAVEN__CONFIG",
                        sources,
                        "LAMBDA_MAVEN__CONFIG_REFRESH",
                        "1",
                        "AWS_ENDPOINT_URL",
                        endpoint)),
                shared.resolve("code"),
                "eu-west-1");
        HostSettings settings = new HostSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                client.jars(),
                client.nativeLibrary(),
                false,
                client.loopClasses(),
                1,
                directory.resolve("function.log"),
                directory.resolve("scratch"),
                Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
        FunctionHost host = new FunctionHost(spec, settings, Duration.ofSeconds(10));
        hosts.add(host);
        return host;
    }

    private static String invoke(FunctionHost host, String qualifier, String event) throws InterruptedException {
        Result result = host.invoke(new Request(event.getBytes(StandardCharsets.UTF_8), ARN + ":" + qualifier));
        return new String(result.payload(), StandardCharsets.UTF_8);
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("function.log"));
    }

    @Test
    void whatS3ParameterStoreAndSecretsManagerHoldReachesTheFunction() throws Exception {
        String version = put("app.json", "{\"URL\":\"https://pay\",\"LIMIT\":\"1\"}");
        try (SsmClient ssm = SsmClient.builder()
                        .endpointOverride(moto.endpoint())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(KEYS)
                        .build();
                SecretsManagerClient secrets = SecretsManagerClient.builder()
                        .endpointOverride(moto.endpoint())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(KEYS)
                        .build()) {
            for (int i = 0; i < 12; i++) {
                String name = "/bank/K" + i;
                ssm.putParameter(r -> r.name(name).value("v").type(ParameterType.SECURE_STRING));
            }
            ssm.putParameter(r -> r.name("/doc").value("{\"LIMIT\":\"42\"}").type(ParameterType.STRING));
            secrets.createSecret(r -> r.name("bank/pin").secretString("{\"PIN\":\"h1dden\"}"));
        }
        FunctionHost host = host(
                "s3://settings/app.json?version=" + version + ",ssm:/doc?version=1,ssm:/bank/,secretsmanager:bank/pin");

        assertThat(invoke(host, "live", "\"x\"")).isEqualTo("\"https://pay 42 15 h1dden\"");
        assertThat(log())
                .contains("15 settings from s3://settings/app.json?version=" + version + " (version " + version
                        + ", sha256 ")
                .contains("ssm:/doc?version=1 (version 1), ssm:/bank/, secretsmanager:bank/pin (version ")
                .doesNotContain("h1dden", "https://pay");
    }

    @Test
    void aVersionTellsWhichKeysDifferAndNothingOfTheirValues() throws Exception {
        put("diff.json", "{\"URL\":\"first\",\"LIMIT\":\"1\",\"OLD\":\"o1d\"}");
        FunctionHost host = host("s3://settings/diff.json");
        // An alias takes the question for an event.
        assertThat(invoke(host, "live", DIFF)).isEqualTo("\"first 1 3 none\"");
        put("diff.json", "{\"URL\":\"second\",\"LIMIT\":\"1\",\"PIN\":\"n3w\"}");

        String answer = invoke(host, "7", DIFF);

        // The invocation that asks may be the one that refreshes: then nothing differs any more.
        assertThat(answer)
                .containsAnyOf("\"added\":[\"PIN\"],\"changed\":[\"URL\"],\"removed\":[\"OLD\"]", "\"added\":[]");
        assertThat(answer).doesNotContain("first", "second", "o1d", "n3w");
    }

    @Test
    void aFunctionWithoutItsConfigurationDoesNotStart() throws Exception {
        String missing = invoke(host("s3://settings/none.json"), "live", "\"x\"");
        assertThat(missing)
                .contains("ConfigException", "s3://settings/none.json", "404 NoSuchKey")
                .doesNotContain("MADE");
        put("bad.json", "{\"URL\":\"https://h1dden\",\"LIMIT\":1}");
        assertThat(invoke(host("s3://settings/bad.json"), "live", "\"x\""))
                .contains("the value of 'LIMIT' is not a text")
                .doesNotContain("h1dden");
        assertThat(log()).doesNotContain("MADE", "h1dden");
    }

    @Test
    void aSourceThatBreaksWhileTheFunctionRunsChangesNothing() throws Exception {
        put("turn.json", "{\"URL\":\"first\",\"LIMIT\":\"1\"}");
        FunctionHost host = host("s3://settings/turn.json");
        assertThat(invoke(host, "live", "\"x\"")).isEqualTo("\"first 1 2 none\"");
        put("turn.json", "{\"LIMIT\":\"2\",\"PIN\":[]}");
        Thread.sleep(1_100);
        assertThat(invoke(host, "live", "\"x\"")).isEqualTo("\"first 1 2 none\"");
        assertThat(log()).containsOnlyOnce("the settings stay as they are");
        put("turn.json", "{\"URL\":\"third\",\"LIMIT\":\"3\",\"PIN\":\"p\"}");
        Thread.sleep(1_100);
        assertThat(invoke(host, "live", "\"x\"")).as("but for the constructor").isEqualTo("\"first 3 3 p\"");
    }

    @Test
    void aConfigurationOfAppConfigReachesTheFunction() throws Exception {
        // The emulator has no AppConfig Data: this answers as its pages say.
        List<String> asked = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization").replaceAll(".*/(\\w+)/aws4.*", "$1"));
            boolean starts = exchange.getRequestMethod().equals("POST");
            byte[] answer = (starts ? "{\"InitialConfigurationToken\":\"t=\"}" : "{\"URL\":\"app\",\"LIMIT\":\"9\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Version-Label", "v3");
            exchange.sendResponseHeaders(starts ? 201 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            FunctionHost host = host(
                    "appconfig:abc1234/def5678/ghi9012?version=v3",
                    "http://127.0.0.1:" + server.getAddress().getPort());
            assertThat(invoke(host, "live", "\"x\"")).isEqualTo("\"app 9 2 none\"");
            assertThat(asked)
                    .startsWith(
                            "POST /configurationsessions appconfig",
                            "GET /configuration?configuration_token=t%3D appconfig");
        } finally {
            server.stop(0);
        }
    }
}
