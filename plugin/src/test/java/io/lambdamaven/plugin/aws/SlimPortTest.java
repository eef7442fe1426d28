package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lambdamaven.plugin.apply.Deployer;
import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Planner;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Code;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.testing.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The applications of slim functions in {@code <codeBucket>}: which are put there, which stay, which go. */
class SlimPortTest extends PortTest {
    private static final String BUCKET = "our-code";
    private static final String FOLDER = "lambda-maven/com.example/orders/123456789012/eu-west-1/dev/";

    @TempDir
    Path target;

    private Project project;

    @Override
    void prepare() {
        cloud.direct.s3.createBucket(
                r -> r.bucket(BUCKET).createBucketConfiguration(c -> c.locationConstraint("eu-west-1")));
    }

    @BeforeEach
    void newProject() {
        project = Project.orders().pom(Setting.CODE_BUCKET, BUCKET);
    }

    /** What a deploy of this application wants. */
    private Desired slim(String content) throws IOException, NoSuchAlgorithmException {
        Path jar = target.resolve("orders-lambda.jar");
        Files.writeString(jar, "bootstrap of " + content);
        byte[] application = content.getBytes(StandardCharsets.UTF_8);
        Files.write(ApplicationJar.beside(jar), application);
        String sha256 = HexFormat.of().formatHex(sha256(application));
        return project.slim(sha256, application.length)
                .desired(
                        Wired.WHERE,
                        new Code(
                                jar,
                                Base64.getEncoder().encodeToString(sha256(Files.readAllBytes(jar))),
                                Files.size(jar),
                                new Code.Application(ApplicationJar.beside(jar), sha256, application.length)));
    }

    private static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String key(String content) throws NoSuchAlgorithmException {
        return FOLDER + HexFormat.of().formatHex(sha256(content.getBytes(StandardCharsets.UTF_8))) + ".jar";
    }

    private List<String> deploy(Desired desired) {
        cloud.proxy.restart(call -> new Fault.Pass());
        try (AwsPort port = port()) {
            new Deployer(port, cloud.progress()).deploy(where -> desired, false);
        }
        return cloud.proxy.writes();
    }

    private static AwsPort port() {
        return new AwsPort(Cloud.settings(cloud.proxy.endpoint(), BUCKET), Cloud.KEYS);
    }

    private static List<Change> changes(Desired desired) {
        try (AwsPort port = port()) {
            return Planner.plan(desired, port.observe(desired), false).changes();
        }
    }

    private static List<String> keys() {
        return cloud.direct.s3.listObjectsV2(r -> r.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .sorted()
                .toList();
    }

    private static void put(String key, String content) {
        cloud.direct.s3.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromString(content));
    }

    @Test
    void theApplicationIsPutOnceAndASecondDeployWritesNothing() throws Exception {
        Desired desired = slim("one");

        assertThat(deploy(desired)).anyMatch(call -> call.contains("PutObject") || call.contains("PUT"));
        assertThat(keys()).containsExactly(key("one"));
        assertThat(deploy(desired)).isEmpty();
        Map<String, String> variables = cloud.direct
                .lambda
                .getFunctionConfiguration(r -> r.functionName("orders-dev").qualifier("live"))
                .environment()
                .variables();
        assertThat(variables).containsEntry("LAMBDA_MAVEN__APPLICATION", "s3://" + BUCKET + "/" + key("one"));
    }

    @Test
    void everyVersionKeepsTheObjectThatItFetches() throws Exception {
        deploy(slim("one"));
        deploy(slim("two"));

        assertThat(keys()).containsExactlyInAnyOrder(key("one"), key("two"));
        assertThat(changes(slim("two")))
                .filteredOn(Change.Leave.class::isInstance)
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.id()).hasToString("code object " + BUCKET + "/" + key("one"));
                    assertThat(((Change.Leave) change).reason()).isEqualTo("orders-dev:1 fetches it");
                });
        assertThat(deploy(slim("two"))).isEmpty();
    }

    @Test
    void whatOnlyRemovedVersionsFetchGoesAndWhatAKeptOneFetchesStays() throws Exception {
        project.pom(Setting.KEEP_VERSIONS, "2");
        deploy(slim("one"));
        cloud.direct.lambda.createAlias(
                r -> r.functionName("orders-dev").name("pinned").functionVersion("1"));
        for (String content : List.of("two", "three", "four")) {
            deploy(slim(content));
            assertThat(keys()).as("after %s", content).containsAll(fetched()).contains(key("one"), key(content));
        }

        deploy(slim("four"));

        assertThat(fetched()).containsExactlyInAnyOrder(key("one"), key("three"), key("four"));
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(fetched());
        assertThat(deploy(slim("four"))).isEmpty();
    }

    /** The keys of what the numbered versions that are there fetch when they start. */
    private static List<String> fetched() {
        return cloud.direct.lambda.listVersionsByFunction(r -> r.functionName("orders-dev")).versions().stream()
                .filter(version -> !version.version().equals("$LATEST"))
                .map(version -> version.environment()
                        .variables()
                        .get("LAMBDA_MAVEN__APPLICATION")
                        .substring(("s3://" + BUCKET + "/").length()))
                .toList();
    }

    @Test
    void goingBackToEarlierCodePutsNothing() throws Exception {
        deploy(slim("one"));
        deploy(slim("two"));
        Files.delete(ApplicationJar.beside(target.resolve("orders-lambda.jar")));
        Desired back = slim("one");
        Files.delete(ApplicationJar.beside(target.resolve("orders-lambda.jar")));

        deploy(back);

        assertThat(keys()).containsExactlyInAnyOrder(key("one"), key("two"));
    }

    @Test
    void whatNoVersionFetchesGoesAndWhatIsNotOursStays() throws Exception {
        deploy(slim("one"));
        String orphan = FOLDER + "ab".repeat(32) + ".jar";
        put(orphan, "nobody's");
        put(FOLDER + "notes.txt", "somebody's");
        put(FOLDER + "x/" + "ab".repeat(32) + ".jar", "somebody's");
        put(FOLDER.replace("/dev/", "/prod/") + "ab".repeat(32) + ".jar", "another stage's");

        deploy(slim("one"));

        assertThat(keys()).doesNotContain(orphan).hasSize(4).contains(key("one"), FOLDER + "notes.txt");
    }

    @Test
    void anUndeployRemovesAllOfTheStagesObjectsAfterTheFunction() throws Exception {
        deploy(slim("one"));
        deploy(slim("two"));
        put("unrelated.txt", "somebody's");

        List<String> calls = deploy(Wired.nothing());

        assertThat(keys()).containsExactly("unrelated.txt");
        int function = index(calls, "lambda:DeleteFunction");
        assertThat(index(calls, key("one"))).isGreaterThan(function);
    }

    private static int index(List<String> calls, String part) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains(part)) {
                return i;
            }
        }
        throw new AssertionError(part + " is not in " + calls);
    }

    @Test
    void objectsInABucketThatIsNoLongerSetAreFoundByTheVersionsThatFetchThem() throws Exception {
        deploy(slim("one"));
        Desired nothing = Wired.nothing();
        try (AwsPort port = new AwsPort(Cloud.settings(cloud.proxy.endpoint()), Cloud.KEYS)) {
            new Deployer(port, cloud.progress()).deploy(where -> nothing, false);
        }

        assertThat(keys()).isEmpty();
    }

    @Test
    void anObjectThatIsNotWhatItsKeySaysIsNeitherUsedNorReplaced() throws Exception {
        String evil = key("one");
        put(evil, "evil");
        Desired desired = slim("one");

        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> deploy(desired))
                .withMessageContaining("LM394")
                .withMessageContaining("Find out who has written it");
        assertThat(cloud.direct
                        .s3
                        .getObjectAsBytes(r -> r.bucket(BUCKET).key(evil))
                        .asUtf8String())
                .isEqualTo("evil");
    }

    @Test
    void anApplicationThatIsNowhereIsTold() throws Exception {
        Desired desired = slim("one");
        Files.delete(ApplicationJar.beside(target.resolve("orders-lambda.jar")));

        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> deploy(desired))
                .withMessageContaining("LM393")
                .withMessageContaining("Put it beside the jar of -Dlambda.jar");
    }

    @Test
    void aMissingBucketIsAFaultOrMade() throws Exception {
        cloud.direct.s3.deleteBucket(r -> r.bucket(BUCKET));
        Desired desired = slim("one");

        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> deploy(desired))
                .withMessageContaining("LM392")
                .withMessageContaining("The bucket our-code does not exist.")
                .withMessageContaining("<createMissing>");

        project.pom(Setting.CREATE_MISSING, true);
        deploy(slim("one"));
        assertThat(keys()).containsExactly(key("one"));
        assertThat(deploy(slim("one"))).isEmpty();
    }

    @Test
    void ordinaryJarsGoThroughTheBucketToo() throws Exception {
        cloud.direct.s3.deleteBucket(r -> r.bucket(BUCKET));
        project.pom(Setting.CREATE_MISSING, true);
        Desired desired = wired.desired(project);

        deploy(desired);

        assertThat(keys()).singleElement().asString().matches("lambda-maven/[0-9a-f]{64}\\.jar");
        assertThat(deploy(desired)).isEmpty();
    }

    @Test
    void fromJarToSlimAndBackLosesNothing() throws Exception {
        deploy(wired.desired(project));
        deploy(slim("one"));
        Desired back = wired.desired(Project.orders().pom(Setting.CODE_BUCKET, BUCKET));
        deploy(back);

        assertThat(keys()).contains(key("one"));
        assertThat(cloud.direct
                        .lambda
                        .getFunctionConfiguration(r -> r.functionName("orders-dev"))
                        .handler())
                .isEqualTo("com.example.LambdaHandler");
        assertThat(deploy(back)).isEmpty();
    }

    /** What a deploy is told when S3 gives this answer to the calls with this method. */
    private String failure(String method, int status, String code) throws Exception {
        Desired desired = slim("one");
        String body = "<Error><Code>" + code + "</Code><Message>Because.</Message></Error>";
        cloud.proxy.restart(call -> call.service().equals("s3") && call.method().equals(method)
                ? new Fault.Reply(status, Map.of("Content-Type", "application/xml"), body)
                : new Fault.Pass());
        try (AwsPort port = port()) {
            new Deployer(port, cloud.progress()).deploy(where -> desired, false);
            throw new AssertionError("nothing failed");
        } catch (UserFault e) {
            return e.getMessage();
        }
    }

    @Test
    void aBucketOfAnotherRegionIsToldBeforeAnythingIsChanged() throws Exception {
        assertThat(failure("GET", 301, "PermanentRedirect"))
                .contains("LM395")
                .contains("The bucket our-code is in another Region than the function: Because.")
                .contains("Name one of the function's Region in <codeBucket>");
        assertThat(cloud.proxy.writes()).isEmpty();
    }

    @Test
    void anUploadThatArrivesChangedIsTold() throws Exception {
        assertThat(failure("PUT", 400, "BadDigest"))
                .contains("LM396")
                .contains("What S3 got of orders-lambda-application.jar has not the digest of what was built.");
    }

    @Test
    void anUploadWhoseAnswerGotLostIsTakenForDone() throws Exception {
        Desired desired = slim("one");
        AtomicBoolean lost = new AtomicBoolean();
        cloud.proxy.restart(call -> call.service().equals("s3") && call.method().equals("PUT") && !lost.getAndSet(true)
                ? new Fault.LoseAnswer()
                : new Fault.Pass());
        try (AwsPort port = port()) {
            new Deployer(port, cloud.progress()).deploy(where -> desired, false);
        }

        assertThat(keys()).containsExactly(key("one"));
        assertThat(deploy(desired)).isEmpty();
    }
}
