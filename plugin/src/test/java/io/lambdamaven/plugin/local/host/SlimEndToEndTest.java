package io.lambdamaven.plugin.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.generate.HandlerCompiler;
import io.lambdamaven.plugin.generate.HandlerGenerator;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.manifest.ManifestJson;
import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.model.ProjectId;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.pack.Dependency;
import io.lambdamaven.plugin.pack.Layout;
import io.lambdamaven.plugin.pack.Limits;
import io.lambdamaven.plugin.pack.PackRequest;
import io.lambdamaven.plugin.pack.PackResult;
import io.lambdamaven.plugin.pack.Packager;
import io.lambdamaven.plugin.scan.ClassReferences;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.scan.RuntimeLibraries;
import io.lambdamaven.plugin.testing.MotoServer;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A real project packed slim: its bootstrap in AWS's runtime interface client, its application in an emulated S3. */
class SlimEndToEndTest {
    private static final String BUCKET = "our-code";
    private static final String KEY = "lambda-maven/shop/app.jar";
    private static final Pattern LIBRARIES = Pattern.compile(
            "/(http-auth-(aws|aws-eventstream|spi)|http-client-spi|identity-spi|utils|annotations"
                    + "|checksums|checksums-spi|crt-core|slf4j-api|reactive-streams|aws-lambda-java-core)-\\d[^/]*\\.jar$");
    private static final String EVENT =
            "{\"version\":\"2.0\",\"rawPath\":\"/hello\",\"rawQueryString\":\"\",\"headers\":{},"
                    + "\"requestContext\":{\"http\":{\"method\":\"GET\",\"path\":\"/hello\"}}}";

    @TempDir
    static Path shared;

    private static MotoServer moto;
    private static S3Client s3;
    private static RuntimeClient client;
    private static Path application;
    private static String handler;

    @TempDir
    Path directory;

    private final List<FunctionHost> hosts = new ArrayList<>();

    @BeforeAll
    static void buildOnce() throws IOException, InterruptedException {
        moto = MotoServer.start();
        s3 = S3Client.builder()
                .endpointOverride(moto.endpoint())
                .forcePathStyle(true)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(ApacheHttpClient.create())
                .build();
        client = RuntimeClient.install(shared.resolve("client"));
        pack();
    }

    @AfterAll
    static void stop() throws IOException {
        if (moto != null) {
            s3.close();
            moto.close();
        }
    }

    @BeforeEach
    void putApplication() throws IOException, InterruptedException {
        moto.reset();
        s3.createBucket(r -> r.bucket(BUCKET).createBucketConfiguration(c -> c.locationConstraint("eu-west-1")));
        s3.putObject(r -> r.bucket(BUCKET).key(KEY), application);
    }

    @AfterEach
    void closeHosts() {
        hosts.forEach(FunctionHost::close);
    }

    private static void pack() throws IOException {
        Path classes = new UserProject(shared.resolve("project")).with("""
                package shop;
                import io.lambdamaven.annotation.HttpTrigger;
                public class Shop {
                    @HttpTrigger(path = "/hello")
                    public String hello() {
                        ClassLoader own = Shop.class.getClassLoader();
                        boolean context = Thread.currentThread().getContextClassLoader() == own;
                        return "hello from " + own.getName() + " " + context + " " + Shop.class.getResource("/shop/ballast");
                    }
                }
                """).compile();
        byte[] ballast = new byte[20_000_000];
        new Random(42).nextBytes(ballast);
        Files.write(classes.resolve("shop/ballast"), ballast);
        List<Path> classPath = new ArrayList<>(List.of(classes));
        classPath.addAll(UserProject.libraries());
        ScannedProject project = ProjectScanner.scan(List.of(classes), classPath);
        List<Dependency> dependencies = new ArrayList<>();
        for (Path each : UserProject.libraries()) {
            String name = each.toString();
            if (name.contains("handler-runtime")) {
                dependencies.add(new Dependency("io.lambdamaven", "lambda-handler-runtime", "1", each));
            } else if (LIBRARIES.matcher(name).find()) {
                dependencies.add(new Dependency("org.lib", "lib-" + dependencies.size(), "1", each));
            }
        }
        PackResult packed = new Packager(Limits.LAMBDA)
                .pack(new PackRequest(
                        classes,
                        HandlerCompiler.compile(
                                HandlerGenerator.generate(project), new HandlerCompiler.Settings(classPath, 17, null)),
                        (digest, jar) -> ManifestJson.write(new Manifest(
                                        project.application(new ProjectId("com.example", "shop", "1")),
                                        17,
                                        digest,
                                        jar))
                                .getBytes(StandardCharsets.UTF_8),
                        dependencies,
                        RuntimeLibraries.of(project),
                        ClassReferences::read,
                        shared.resolve("shop-lambda.jar"),
                        Layout.SLIM,
                        17,
                        PackRequest.EARLIEST));
        handler = project.application(new ProjectId("com.example", "shop", "1"))
                .functions()
                .get(0)
                .handlerClass();
        application = ApplicationJar.beside(packed.file());
        unzip(packed.file(), shared.resolve("code"));
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

    private FunctionHost host(String source) {
        FunctionSpec spec = new FunctionSpec(
                "shop",
                "1",
                Handlers.ARN,
                ApplicationJar.BOOTSTRAP,
                256,
                10,
                new TreeMap<>(Map.of(ApplicationJar.VARIABLE, source, ApplicationJar.HANDLER_VARIABLE, handler)),
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
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        "test",
                        "AWS_ENDPOINT_URL_S3",
                        moto.endpoint().toString()));
        FunctionHost host = new FunctionHost(spec, settings, Duration.ofSeconds(20));
        hosts.add(host);
        return host;
    }

    private static String answer(FunctionHost host) throws InterruptedException {
        Result result = host.invoke(new Request(EVENT.getBytes(StandardCharsets.UTF_8), Handlers.ARN));
        return new String(result.payload(), StandardCharsets.UTF_8);
    }

    @Test
    void theApplicationIsFetchedFromS3AndServesEvents() throws Exception {
        FunctionHost host = host("s3://" + BUCKET + "/" + KEY);

        assertThat(Json.parse(answer(host)).asObject().text("body"))
                .startsWith("hello from application true jar:file:")
                .contains("lambda-maven-")
                .endsWith("!/shop/ballast");
        assertThat(answer(host)).contains("hello from application");
    }

    @Test
    void anotherObjectUnderItsKeyFailsTheStart() throws Exception {
        byte[] changed = Files.readAllBytes(application);
        changed[changed.length / 2] ^= 1;
        s3.putObject(r -> r.bucket(BUCKET).key(KEY), RequestBody.fromBytes(changed));

        assertThat(answer(host("s3://" + BUCKET + "/" + KEY)))
                .contains("is not what was built with this code: its SHA-256 is not")
                .contains("CodeException");
    }

    @Test
    void aMissingObjectAndAMissingBucketFailTheStartEachByItsName() throws Exception {
        assertThat(answer(host("s3://" + BUCKET + "/lambda-maven/shop/gone.jar")))
                .contains("there is no object s3://our-code/lambda-maven/shop/gone.jar");
        assertThat(answer(host("s3://gone/" + KEY))).contains("there is no bucket gone");
    }

    @Test
    void theLocalLambdaHasItBesideTheCode() throws Exception {
        Path beside = shared.resolve("code").resolve(ApplicationJar.IN_CODE);
        Files.copy(application, beside);
        try {
            assertThat(answer(host("file:" + ApplicationJar.IN_CODE))).contains("hello from application true");
            Files.writeString(beside, "another");
            assertThat(answer(host("file:" + ApplicationJar.IN_CODE)))
                    .contains("is not what was built with this code: deploy again");
        } finally {
            Files.delete(beside);
        }
    }
}
