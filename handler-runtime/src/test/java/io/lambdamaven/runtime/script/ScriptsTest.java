package io.lambdamaven.runtime.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final KeyPair OPS = Signed.ed25519();
    private static final String LOCAL = Signed.ARN.replace("111122223333", "123456789012");

    @TempDir
    Path folder;

    private Loopback table;

    @BeforeEach
    void start() throws IOException {
        table = new Loopback();
    }

    @AfterEach
    void stop() {
        table.close();
        System.clearProperty(FixOrders.DEFINED);
    }

    private static Context context(String arn, int remaining) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getInvokedFunctionArn" -> arn;
                    case "getFunctionName" -> "shop-dev";
                    case "getRemainingTimeInMillis" -> remaining;
                    default -> null;
                });
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(table.environment());
        environment.put(Scripts.KEYS, Signed.setting("ops", OPS));
        environment.put(Scripts.TABLE, "shop-dev-scripts");
        return environment;
    }

    private static Scripts scripts(Map<String, String> environment) {
        return new Scripts(environment, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Signed script() {
        return new Signed(Signed.bundle(FixOrders.class), NOW);
    }

    @Test
    void aVerifiedScriptRunsAndIsThrownAway() throws Exception {
        Context context = context(Signed.ARN, 30_000);
        for (int run = 1; run <= 2; run++) {
            Scripts.Verified verified =
                    scripts(environment()).verify(script().sign(OPS).bytes(), context);
            assertThat(Integer.getInteger(FixOrders.DEFINED, 0)).isEqualTo(run - 1);

            assertThat(verified.run(context)).isEqualTo("fixed 42 in shop-dev");

            assertThat(Integer.getInteger(FixOrders.DEFINED)).isEqualTo(run);
            assertThat(verified.keyId()).isEqualTo("ops");
            assertThat(verified.name()).isEqualTo(FixOrders.class.getName());
            assertThat(verified.digest()).isEqualTo(Envelope.sha256(Signed.bundle(FixOrders.class)));
        }
    }

    @Test
    void theTableIsAskedToTakeANonceOnlyOnce() {
        Signed script = script();

        scripts(environment()).verify(script.sign(OPS).bytes(), context(Signed.ARN, 30_000));

        assertThat(table.sent).singleElement().satisfies(sent -> {
            assertThat(sent.text())
                    .isEqualTo("{\"TableName\":\"shop-dev-scripts\",\"Item\":{\"id\":{\"S\":\"" + script.nonce
                            + "\"},\"expires\":{\"N\":\"" + (script.expires + 30 + 3_600)
                            + "\"}},\"ConditionExpression\":\"attribute_not_exists(id)\"}");
            assertThat(sent.headers())
                    .containsEntry("X-Amz-Target", "DynamoDB_20120810.PutItem")
                    .containsEntry("Content-Type", "application/x-amz-json-1.0");
        });
    }

    @Test
    void replayIsWhatTheTableSaysItIs() {
        table.then(400, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\"}");

        assertThatThrownBy(
                        () -> scripts(environment()).verify(script().sign(OPS).bytes(), context(Signed.ARN, 30_000)))
                .isInstanceOf(RefusedScriptException.class)
                .hasMessageContaining("it was here before");
    }

    @Test
    void withoutTheTablesAnswerNothingRuns() {
        table.always(500, "{}");
        assertThatThrownBy(
                        () -> scripts(environment()).verify(script().sign(OPS).bytes(), context(Signed.ARN, 600)))
                .isInstanceOf(AwsException.class);
        table.always(400, "{\"__type\":\"ResourceNotFoundException\"}");
        assertThatThrownBy(
                        () -> scripts(environment()).verify(script().sign(OPS).bytes(), context(Signed.ARN, 30_000)))
                .isInstanceOf(AwsException.class);
        assertThat(Integer.getInteger(FixOrders.DEFINED)).isNull();
    }

    @Test
    void aStrangersScriptIsNotEvenWrittenDown() {
        assertThatThrownBy(() -> scripts(environment())
                        .verify(script().sign(Signed.ed25519()).bytes(), context(Signed.ARN, 30_000)))
                .isInstanceOf(RefusedScriptException.class);
        assertThat(table.sent).isEmpty();
    }

    @Test
    void withoutAKeyOrATableOrAMessageNothingIsTaken() {
        byte[] message = script().sign(OPS).bytes();
        Map<String, String> keyless = environment();
        keyless.put(Scripts.KEYS, " ");
        refused(keyless, message, "this stage takes none");
        keyless.remove(Scripts.KEYS);
        refused(keyless, message, "this stage takes none");
        Map<String, String> tableless = environment();
        tableless.remove(Scripts.TABLE);
        refused(tableless, message, "there is no table");
        refused(environment(), null, "there is none");
        // A folder is no memory where others would not see it.
        tableless.put(Scripts.FOLDER, folder.toString());
        refused(tableless, message, "there is no table");
        assertThat(table.sent).isEmpty();
    }

    private static void refused(Map<String, String> environment, byte[] message, String why) {
        assertThatThrownBy(() -> scripts(environment).verify(message, context(Signed.ARN, 30_000)))
                .isInstanceOf(RefusedScriptException.class)
                .hasMessageContaining(why);
    }

    @Test
    void onTheLocalLambdaAFolderRemembers() throws IOException {
        Map<String, String> environment = environment();
        environment.remove(Scripts.TABLE);
        environment.put(Scripts.FOLDER, folder.resolve("nonces").toString());
        Signed script = script();
        script.arn = LOCAL;
        byte[] message = script.sign(OPS).bytes();
        Context context = context(LOCAL, 30_000);

        assertThat(scripts(environment).verify(message, context)).isNotNull();
        assertThatThrownBy(() -> scripts(environment).verify(message, context))
                .isInstanceOf(RefusedScriptException.class)
                .hasMessageContaining("it was here before");
        Path file = folder.resolve("nonces").resolve(script.nonce);
        assertThat(Files.getLastModifiedTime(file).toInstant().getEpochSecond()).isEqualTo(script.expires + 30 + 3_600);
        assertThat(table.sent).isEmpty();
    }

    @Test
    void theFolderForgetsWhatIsLongPast() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        FileNonces nonces = new FileNonces(folder, clock);
        assertThat(nonces.claim("a", NOW.getEpochSecond() - 3_601)).isTrue();
        assertThat(nonces.claim("b", NOW.getEpochSecond() - 3_600)).isTrue();

        assertThat(nonces.claim("c", NOW.getEpochSecond())).isTrue();

        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(folder.resolve("b")).exists();
        assertThat(nonces.claim("b", NOW.getEpochSecond())).isFalse();
    }

    @Test
    void aFolderThatCannotBeWrittenToStopsTheScript() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new FileNonces(file, Clock.systemUTC()).claim("a", 1))
                .isInstanceOf(UncheckedIOException.class);
    }

    /** Not a script's shape. */
    public static final class Two {
        private Two() {}

        public static void run() {}

        public static void run(String args) {}
    }

    /** A script that fails. */
    public static final class Failing {
        private Failing() {}

        public static void run() throws IOException {
            throw new IOException("no");
        }
    }

    @Test
    void whatTheScriptThrowsIsThrown() {
        Context context = context(Signed.ARN, 30_000);

        assertThatThrownBy(() -> new Script(Bundle.read(Signed.bundle(Failing.class))).run(new byte[0], context))
                .isInstanceOf(IOException.class)
                .hasMessage("no");
        assertThatThrownBy(() -> new Script(Bundle.read(Signed.bundle(Two.class))).run(new byte[0], context))
                .hasMessageContaining("several methods run");
        assertThatThrownBy(() -> new Script(Bundle.read(Signed.bundle(ScriptsTest.class))).run(new byte[0], context))
                .hasMessageContaining("no public class with a method");
    }
}
