package io.lambdamaven.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.aws.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sources over the wire, and what may go wrong with them: all of a configuration is loaded, or nothing. */
@Timeout(60)
class RemoteConfigTest {
    private static final String DIGEST = "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"; // {"a":1}
    private static final String FLAT = "{\"a\":\"1\"}";

    @TempDir
    Path folder;

    private Loopback service;

    @BeforeEach
    void start() throws IOException {
        service = new Loopback();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Loaded load(String sources) {
        return load(sources, 5_000);
    }

    private Loaded load(String sources, int millis) {
        return RemoteConfig.of(Map.of(RemoteConfig.VARIABLE, sources))
                .load(new Session(service.aws(), Deadline.in(millis)));
    }

    private static String parameter(String value, int version) {
        return "{\"Parameter\":{\"Name\":\"/p\",\"Value\":" + quoted(value) + ",\"Version\":" + version + "}}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private static String page(String token, String... namesAndValues) {
        StringBuilder out = new StringBuilder("{\"Parameters\":[");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            out.append(i == 0 ? "" : ",")
                    .append("{\"Name\":\"/shop/" + namesAndValues[i] + "\",\"Version\":1,\"Value\":\""
                            + namesAndValues[i + 1] + "\"}");
        }
        return out.append(token.isEmpty() ? "]}" : "],\"NextToken\":\"" + token + "\"}")
                .toString();
    }

    @Test
    void anObjectIsGotWithItsKeyEncodedAndItsVersionNamed() {
        service.then(200, FLAT);
        Loaded loaded = load("s3://bucket/dir/a+b=c.json");
        assertThat(loaded.values()).isEqualTo(Map.of("a", "1"));
        assertThat(service.sent.get(0).uri()).hasToString("/bucket/dir/a%2Bb%3Dc.json");
        assertThat(loaded.summary()).startsWith("1 setting from s3://bucket/dir/a+b=c.json (sha256 ");
    }

    @Test
    void laterSourcesCountAndNoSummaryHasAValueOrAKey() {
        service.then(200, "{\"first\":\"one\",\"both\":\"early\"}")
                .then(200, parameter("{\"both\":\"late\",\"last\":\"two\"}", 7))
                .then(200, "{\"SecretString\":\"{\\\"pin\\\":\\\"1234\\\"}\",\"VersionId\":\"v1\"}");
        Loaded loaded = load("s3://bucket/key,ssm:/p,secretsmanager:pins");
        assertThat(loaded.values()).isEqualTo(Map.of("first", "one", "both", "late", "last", "two", "pin", "1234"));
        assertThat(loaded.summary())
                .contains("ssm:/p (version 7)", "secretsmanager:pins (version v1)")
                .doesNotContain("one", "late", "1234", "both", "first");
        assertThat(service.sent.get(1).text()).isEqualTo("{\"Name\":\"/p\",\"WithDecryption\":true}");
        assertThat(service.sent.get(2).text()).isEqualTo("{\"SecretId\":\"pins\"}");
        assertThat(service.sent.get(2).headers()).containsEntry("X-Amz-Target", "secretsmanager.GetSecretValue");
    }

    @Test
    void aConfigurationOfAppConfigTakesASession() {
        service.then(201, "{\"InitialConfigurationToken\":\"a+b/c==\"}").then(200, FLAT);
        assertThat(load("appconfig:abc1234/def5678/ghi9012").values()).isEqualTo(Map.of("a", "1"));
        assertThat(service.sent.get(0).uri()).hasToString("/configurationsessions");
        assertThat(service.sent.get(0).text())
                .isEqualTo("{\"ApplicationIdentifier\":\"abc1234\",\"EnvironmentIdentifier\":\"def5678\","
                        + "\"ConfigurationProfileIdentifier\":\"ghi9012\"}");
        assertThat(service.sent.get(1).uri()).hasToString("/configuration?configuration_token=a%2Bb%2Fc%3D%3D");
    }

    @Test
    void aPinnedDigestIsCompared() {
        service.always(200, FLAT);
        String digest = load("s3://bucket/key").summary().replaceAll(".*sha256 ([0-9a-f]{64}).*", "$1");
        assertThat(load("s3://bucket/key#sha256=" + digest).values()).hasSize(1);
        assertThatThrownBy(() -> load("s3://bucket/key#sha256=" + DIGEST))
                .hasMessageContaining("its SHA-256 is " + digest + ", and " + DIGEST + " is expected");
    }

    /** Whoever reads the log, or asks for differences, could try a short secret against it. */
    @Test
    void theDigestOfASecretIsComparedAndNeverTold() throws Exception {
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(FLAT.getBytes(StandardCharsets.UTF_8)));
        for (String source : List.of("secretsmanager:pin", "ssm:/pin")) {
            service.always(
                    200, source.startsWith("ssm") ? parameter(FLAT, 1) : "{\"SecretString\":" + quoted(FLAT) + "}");
            assertThat(load(source + "#sha256=" + digest).values()).containsEntry("a", "1");
            assertThat(load(source).summary()).doesNotContain("sha256", digest);
            assertThatThrownBy(() -> load(source + "#sha256=" + DIGEST))
                    .hasMessage(source + "#sha256=" + DIGEST + ": its SHA-256 is not " + DIGEST + ", which is expected")
                    .hasMessageNotContaining(digest);
        }
    }

    @Test
    void aPinnedVersionIsAskedForAndCompared() {
        service.always(200, parameter(FLAT, 3));
        assertThat(load("ssm:/p?version=3").values()).hasSize(1);
        assertThat(service.sent.get(0).text()).contains("\"/p:3\"");
        assertThatThrownBy(() -> load("ssm:/p?version=4"))
                .hasMessageContaining("its version is '3', and '4' is expected");
        service.always(200, FLAT);
        assertThatThrownBy(() -> load("s3://bucket/key?version=abc")).hasMessageContaining("its version is ''");
        assertThat(service.sent.get(2).uri()).hasToString("/bucket/key?versionId=abc");
    }

    @Test
    void aPathIsReadPageByPageUntilTwoReadingsAgree() {
        service.then(200, page("t", "A", "1"))
                .then(200, page("", "B", "1"))
                .then(200, page("t", "A", "2"))
                .then(200, page("", "B", "2"))
                .then(200, page("t", "A", "2"))
                .then(200, page("", "B", "2"));
        assertThat(load("ssm:/shop/").values()).isEqualTo(Map.of("A", "2", "B", "2"));
        assertThat(service.sent).hasSize(6);
        assertThat(service.sent.get(0).text())
                .isEqualTo("{\"Path\":\"/shop\",\"WithDecryption\":true,\"MaxResults\":10}");
        assertThat(service.sent.get(1).text()).contains("\"NextToken\":\"t\"");
    }

    @Test
    void aPathThatNeverHoldsStillIsNotHalfRead() {
        for (int i = 0; i < 20; i++) {
            service.then(200, page("t", "A", "v" + i)).then(200, page("", "B", "v" + i));
        }
        assertThatThrownBy(() -> load("ssm:/shop/"))
                .hasMessage("ssm:/shop/: its parameters change faster than they can be read");
    }

    @Test
    void aPathOfOnePageIsReadOnceAndAnEmptyOneIsAFault() {
        service.then(200, page("", "A", "1"));
        assertThat(load("ssm:/shop/").values()).isEqualTo(Map.of("A", "1"));
        assertThat(service.sent).hasSize(1);
        service.then(200, page(""));
        assertThatThrownBy(() -> load("ssm:/shop/")).hasMessageContaining("no parameter right below it");
    }

    @Test
    void whatAPathHoldsIsCheckedLikeAnyOther() {
        service.then(200, page("", "AWS_REGION", "1"));
        assertThatThrownBy(() -> load("ssm:/shop/")).hasMessageContaining("'AWS_REGION' is reserved");
        service.then(200, page("", "A", "1", "A", "2"));
        assertThatThrownBy(() -> load("ssm:/shop/")).hasMessageContaining("'A' twice");
        service.then(200, page("", "A", "x".repeat(256 * 1024)));
        assertThatThrownBy(() -> load("ssm:/shop/")).hasMessageContaining("more than 262144 bytes");
        service.then(200, "{\"Parameters\":[{\"Name\":\"/other/A\",\"Value\":\"1\"}]}");
        assertThatThrownBy(() -> load("ssm:/shop/")).hasMessageContaining("not below it");
    }

    @Test
    void answersThatSayNothingAreFaults() {
        service.always(200, "{}");
        assertThatThrownBy(() -> load("ssm:/p")).hasMessageContaining("has no value");
        assertThatThrownBy(() -> load("secretsmanager:x")).hasMessageContaining("the secret is not a text");
        assertThatThrownBy(() -> load("appconfig:abcd/abcd/abcd")).hasMessageContaining("has no token");
        service.always(200, "{\"Parameter\":{\"Value\":\"half");
        assertThatThrownBy(() -> load("ssm:/p")).hasMessage("ssm:/p: the service's answer is not JSON");
    }

    @Test
    void oneSourceThatFailsFailsAll() {
        service.then(200, FLAT).then(403, "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
        assertThatThrownBy(() -> load("s3://bucket/key,s3://bucket/other"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("s3://bucket/other: S3 GetObject failed with status 403 AccessDenied: Access Denied");
        assertThat(service.sent).hasSize(2);
    }

    @Test
    void expiredCredentialsAreToldAndNotTriedForever() {
        service.always(400, "{\"__type\":\"ExpiredTokenException\",\"message\":\"The security token is expired\"}");
        assertThatThrownBy(() -> load("ssm:/p")).hasMessageContaining("400 ExpiredTokenException");
        assertThat(service.sent).hasSize(1);
    }

    @Test
    void throttlingAndServerErrorsAreTriedAgain() {
        service.then(503, "")
                .then(400, "{\"__type\":\"ThrottlingException\"}")
                .then(500, "")
                .then(200, parameter(FLAT, 1));
        assertThat(load("ssm:/p", 20_000).values()).isEqualTo(Map.of("a", "1"));
        assertThat(service.sent).hasSize(4);
    }

    @Test
    void aSourceThatIsTooSlowFailsInTime() {
        service.then(200, FLAT, 3_000);
        long start = System.nanoTime();
        assertThatThrownBy(() -> load("s3://bucket/key", 500)).hasMessageContaining("no answer from 127.0.0.1");
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(2_500);
    }

    @Test
    void anAnswerThatBreaksOffIsAskedForAgainAndNeverTaken() throws Exception {
        // What arrived of it is a whole configuration: only its length tells that more was meant to follow.
        try (ServerSocket breaking = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> breakOff(breaking));
            server.setDaemon(true);
            server.start();
            Map<String, String> environment = service.environment();
            environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + breaking.getLocalPort());
            var aws = new io.lambdamaven.runtime.aws.Aws(environment);
            assertThatThrownBy(() -> RemoteConfig.of(Map.of(RemoteConfig.VARIABLE, "s3://bucket/key"))
                            .load(new Session(aws, Deadline.in(1_000))))
                    // Later JDKs see it themselves.
                    .hasMessageMatching("(?s).*(the answer ended early|Premature EOF).*");
        }
    }

    private static void breakOff(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    InputStream in = socket.getInputStream();
                    OutputStream out = socket.getOutputStream()) {
                in.read(new byte[8192]);
                out.write(("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + FLAT).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void aFileServesTheLocalLambda() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), FLAT);
        assertThat(load("file:" + file).values()).isEqualTo(Map.of("a", "1"));
        assertThatThrownBy(() -> load("file:" + folder.resolve("none.json")))
                .hasMessageContaining("the file cannot be read (NoSuchFileException)");
        assertThat(service.sent).isEmpty();
    }

    @Test
    void differencesAreKeysOnly() {
        Loaded before = new Loaded(Map.of("same", "1", "old", "2", "changed", "3"), java.util.List.of());
        Loaded after = new Loaded(Map.of("same", "1", "new", "2", "changed", "4"), java.util.List.of());
        assertThat(after.keysWithout(before)).containsExactly("new");
        assertThat(before.keysWithout(after)).containsExactly("old");
        assertThat(before.keysChangedIn(after)).containsExactly("changed");
    }
}
