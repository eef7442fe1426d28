package io.lambdamaven.runtime.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who wants code of his own run, and what he tries. What is refused has not had a class defined, and but for a replay
 * no nonce written down.
 */
class ScriptThreatsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final KeyPair OPS = Signed.ed25519();
    private static final KeyPair KMS = Signed.p256();
    private static final KeyPair STRANGER = Signed.ed25519();
    private static final String KEYS = Signed.setting("ops", OPS) + " " + Signed.setting("kms", KMS);

    private final Set<String> used = new HashSet<>();
    private final List<Long> kept = new ArrayList<>();

    /** Stands for the table: what is in it, and until when. */
    private final Nonces nonces = (nonce, forget) -> {
        kept.add(forget);
        return used.add(nonce);
    };

    @BeforeEach
    @AfterEach
    void nothingIsDefined() {
        assertThat(Integer.getInteger(FixOrders.DEFINED)).isNull();
        System.clearProperty(FixOrders.DEFINED);
    }

    private static Signed script() {
        return new Signed(Signed.bundle(FixOrders.class), NOW);
    }

    private Bundle verify(Signed script) {
        return verify(script, Signed.ARN, NOW);
    }

    private Bundle verify(Signed script, String arn, Instant now) {
        return new Verifier(new Keys(KEYS), nonces, Clock.fixed(now, ZoneOffset.UTC))
                .verify(Message.read(script.bytes()), arn);
    }

    private void refused(Signed script, String why) {
        refused(script, Signed.ARN, why);
    }

    private void refused(Signed script, String arn, String why) {
        assertThatThrownBy(() -> verify(script, arn, NOW))
                .isInstanceOf(RefusedScriptException.class)
                .hasMessageStartingWith("the script is refused: ")
                .hasMessageContaining(why);
        assertThat(used).isEmpty();
    }

    @Test
    void whatAnOperatorSignedMayRun() {
        assertThat(verify(script().sign(OPS)).main()).isEqualTo(FixOrders.class.getName());

        Signed withKms = script();
        withKms.keyId = "kms";
        assertThat(verify(withKms.sign(KMS)).classes()).containsOnlyKeys(FixOrders.class.getName());
    }

    @Test
    void replay() {
        Signed script = script().sign(OPS);
        verify(script);

        assertThatThrownBy(() -> verify(script))
                .isInstanceOf(RefusedScriptException.class)
                .hasMessageContaining("it was here before");
    }

    @Test
    void aNonceIsKeptLongerThanItCouldBeUsed() {
        verify(script().sign(OPS));

        assertThat(kept).containsExactly(NOW.getEpochSecond() + 120 + 30 + 3_600);
    }

    @Test
    void withoutAnAnswerAboutTheNonceNothingRuns() {
        Nonces silent = (nonce, forget) -> {
            throw new IllegalStateException("no answer");
        };
        Verifier verifier = new Verifier(new Keys(KEYS), silent, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThatThrownBy(() -> verifier.verify(Message.read(script().sign(OPS).bytes()), Signed.ARN))
                .hasMessage("no answer");
    }

    @Test
    void otherFunction() {
        refused(script().sign(OPS), Signed.ARN.replace("shop-dev", "bank-dev"), "the signature is not that of the key");
    }

    @Test
    void otherStage() {
        refused(script().sign(OPS), Signed.ARN.replace("shop-dev", "shop-prod"), "the signature is not");
        refused(script().sign(OPS), Signed.ARN.replace("111122223333", "210987654321"), "the signature is not");
        refused(script().sign(OPS), Signed.ARN.replace("eu-central-1", "us-east-1"), "the signature is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "raw", "7", "$LATEST", "xops"})
    void otherAlias(String alias) {
        String arn = Signed.ARN.replace(":ops", ":" + alias);
        Signed script = script();
        script.arn = arn;

        refused(script.sign(OPS), arn, "another way than the alias ops");
    }

    @Test
    void unqualifiedFunction() {
        String arn = Signed.ARN.replace(":ops", "");
        Signed script = script();
        script.arn = arn;

        refused(script.sign(OPS), arn, "another way than the alias ops");
    }

    @Test
    void changedArguments() {
        refused(
                script().sign(OPS)
                        .with("arguments", Signed.base64("{\"order\":\"43\"}".getBytes(StandardCharsets.UTF_8))),
                "the signature is not");
    }

    @Test
    void changedClass() {
        byte[] bundle = Signed.bundle(FixOrders.class);
        for (int i : new int[] {0, 5, 7, bundle.length / 2, bundle.length - 1}) {
            byte[] changed = bundle.clone();
            changed[i] ^= 1;
            refused(script().sign(OPS).with("bundle", Signed.base64(changed)), "the signature is not");
        }
    }

    @Test
    void addedClass() {
        refused(
                script().sign(OPS).with("bundle", Signed.base64(Signed.bundle(FixOrders.class, Signed.class))),
                "the signature is not");
    }

    @Test
    void changedNonce() {
        refused(script().sign(OPS).with("nonce", "0123456789abcdef0123456789abcdef"), "the signature is not");
    }

    @Test
    void prolongedExpiry() {
        Signed script = script().sign(OPS);

        refused(script.with("expires", Long.toString(script.expires + 1)), "the signature is not");
    }

    @Test
    void strangersKey() {
        refused(script().sign(STRANGER), "the signature is not");
    }

    @Test
    void unknownKey() {
        Signed script = script();
        script.keyId = "gone";

        refused(script.sign(OPS), "none of this stage, which has kms, ops");
    }

    @Test
    void oneKeysSignatureInAnothersName() {
        refused(script().sign(OPS).with("key", "kms"), "the signature is not");
        Signed withKms = script();
        withKms.keyId = "kms";
        refused(withKms.sign(KMS).with("key", "ops"), "the signature is not");
    }

    @Test
    void truncatedSignature() {
        Signed script = script().sign(OPS);
        byte[] whole = script.signature();
        for (int length : new int[] {0, 1, 32, 63}) {
            refused(script.with("signature", Signed.base64(Arrays.copyOf(whole, length))), "the signature is not");
        }
        refused(script.with("signature", Signed.base64(Arrays.copyOf(whole, 65))), "the signature is not");

        Signed withKms = script();
        withKms.keyId = "kms";
        withKms.sign(KMS);
        byte[] der = withKms.signature();
        refused(withKms.with("signature", Signed.base64(Arrays.copyOf(der, der.length - 1))), "the signature is not");
        refused(withKms.with("signature", Signed.base64(Arrays.copyOf(der, der.length + 1))), "the signature is not");
        refused(withKms.with("signature", ""), "the signature is not");
    }

    /** Nought and nought is a signature of everything where a verifier forgets to look (CVE-2022-21449). */
    @Test
    void signatureOfNothing() {
        Signed script = script();
        script.keyId = "kms";
        script.signature(new byte[] {0x30, 6, 2, 1, 0, 2, 1, 0});
        refused(script, "the signature is not");
        refused(script().signature(new byte[64]), "the signature is not");
    }

    @Test
    void downgradedAlgorithm() {
        // The message cannot say how it is to be verified,
        refused(script().sign(OPS).with("algorithm", "none"), "it has a member that no script has");
        // and a key is used in one way only.
        Signed weak = script();
        weak.keyId = "kms";
        refused(weak.signature(Signed.sign(KMS, "SHA1withECDSA", weak.envelope())), "the signature is not");
        refused(
                weak.signature(Signed.sign(KMS, "SHA256withECDSAinP1363Format", weak.envelope())),
                "the signature is not");
        assertThatThrownBy(() -> new Keys(Signed.setting("ops", OPS).replace("ed25519", "p256")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Keys(Signed.setting("kms", KMS).replace("p256", "ed25519")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Keys(Signed.setting("kms", KMS).replace("p256", "none")))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("there is no algorithm none");
    }

    @Test
    void expired() {
        Signed script = script();
        script.expires = NOW.getEpochSecond() - 31;
        refused(script.sign(OPS), "it has expired");

        script.expires = NOW.getEpochSecond() - 30;
        assertThat(verify(script.sign(OPS))).isNotNull();
    }

    @Test
    void validForLong() {
        Signed script = script();
        script.expires = NOW.getEpochSecond() + 331;
        refused(script.sign(OPS), "valid for more than 300 seconds");

        script.expires = NOW.getEpochSecond() + 330;
        assertThat(verify(script.sign(OPS))).isNotNull();
    }

    @Test
    void signatureOfAnotherPurpose() {
        Signed script = script();
        script.domain = "lambda-maven-task";
        refused(script.sign(OPS), "the signature is not");

        Signed old = script();
        old.version = "0";
        refused(old.sign(OPS), "the signature is not");
    }

    @Test
    void oversized() {
        Signed script = script();
        script.bundle = new byte[Message.LIMIT + 1];
        refused(script.sign(OPS), "'bundle' has more than 1048576 bytes");
        script.bundle = new byte[Message.LIMIT * 3];
        refused(script.sign(OPS), "'bundle' has more than 1048576 bytes");
        Signed args = script();
        args.arguments = "\"" + "x".repeat(Message.LIMIT - 1) + "\"";
        refused(args.sign(OPS), "'arguments' has more than 1048576 bytes");
        refused(script().sign(OPS).with("signature", Signed.base64(new byte[1_025])), "'signature' has more than 1024");

        args.arguments = "\"" + "x".repeat(Message.LIMIT - 2) + "\"";
        assertThat(verify(args.sign(OPS))).isNotNull();
    }

    @Test
    void whatIsFarTooLargeIsNotDecoded() {
        Signed script = script().sign(OPS).with("bundle", "!".repeat(Message.LIMIT * 2));

        refused(script, "'bundle' has more than");
    }

    @Test
    void zipTricks() {
        byte[] file = Signed.classFile(FixOrders.class);
        String name = FixOrders.class.getName();
        for (String trick : List.of(
                "../Evil",
                "/etc/Evil",
                "a/../../Evil",
                "a\\Evil",
                "com.example.Evil.class/",
                "C:Evil",
                "a..b",
                ".a",
                "a.",
                "",
                "9a",
                "a.9",
                "a b",
                "a\u00e9",
                "a\0",
                "a".repeat(256))) {
            refused(bundle(Map.of(trick, file)), "a class");
        }
        byte[] one = Signed.bundle(Map.of(name, file));
        // A zip, a zip behind a bundle, something behind the end, an end before the end,
        refused(bundle("PK\3\4".getBytes(StandardCharsets.ISO_8859_1)), "it does not begin as one");
        refused(bundle(Arrays.copyOf(one, one.length + 1)), "something follows its end");
        refused(bundle(Arrays.copyOf(one, one.length - 1)), "it ends too early");
        refused(bundle(Arrays.copyOf(one, 3)), "it ends too early");
        refused(bundle(Arrays.copyOf(one, 5)), "it ends too early");
        refused(bundle(Arrays.copyOf(one, 7)), "it ends too early");
        // the same class twice, of which one might be verified and the other one run,
        refused(bundle(twice(one)), "it has a class twice");
        // lengths and counts beyond all that is there.
        refused(bundle(at(one, 4, 0, 0)), "it has not 1 to 255 classes");
        refused(bundle(at(one, 4, 0xff, 0xff)), "it has not 1 to 255 classes");
        refused(bundle(at(one, 4, 1, 0)), "it has not 1 to 255 classes");
        refused(bundle(at(one, 4, 0, 255)), "it ends too early");
        refused(bundle(at(one, 6, 0xff, 0xff)), "it ends too early");
        refused(bundle(at(one, 8 + name.length(), 0xff, 0xff, 0xff, 0xff)), "it ends too early");
        refused(bundle(at(one, 8 + name.length(), 0x7f, 0xff, 0xff, 0xff)), "it ends too early");
        refused(bundle(at(one, 3, '2')), "it does not begin as one");
        refused(bundle(at(one, 0, 'K')), "it does not begin as one");
    }

    @Test
    void aBundleHasUpTo255ClassesAndTheFirstIsTheScript() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (int i = 0; i < 255; i++) {
            classes.put("a.B_$zZAyY" + i, new byte[] {(byte) i});
        }
        classes.put("a".repeat(255), new byte[0]);
        classes.remove("a.B_$zZAyY7");

        Bundle read = verify(bundle(classes));

        assertThat(read.main()).isEqualTo("a.B_$zZAyY0");
        assertThat(read.classes()).hasSize(255).containsKey("a".repeat(255));
        assertThat(read.classes().get("a.B_$zZAyY9")).containsExactly(9);
    }

    private static Signed bundle(Map<String, byte[]> classes) {
        return bundle(Signed.bundle(classes));
    }

    /** Signed: also an operator's own tools cannot send what has two readings. */
    private static Signed bundle(byte[] content) {
        return new Signed(content, NOW).sign(OPS);
    }

    private static byte[] at(byte[] bundle, int index, int... values) {
        byte[] changed = bundle.clone();
        for (int i = 0; i < values.length; i++) {
            changed[index + i] = (byte) values[i];
        }
        return changed;
    }

    private static byte[] twice(byte[] one) {
        byte[] two = Arrays.copyOf(one, one.length * 2 - 6);
        System.arraycopy(one, 6, two, one.length, one.length - 6);
        return at(two, 4, 0, 2);
    }

    @Test
    void malformedMessages() {
        String json = script().sign(OPS).json();
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("[]", "it is no object");
        wrong.put("\"raw_command\"", "it is no object");
        wrong.put("{\"script\":", "the message is malformed: it ");
        wrong.put("{}", "it has no 'key'");
        wrong.put(json.replace("\"nonce\"", "\"Nonce\""), "it has no 'nonce'");
        wrong.put(
                json.replace("{\"key\":\"ops\"", "{\"key\":\"ops\",\"key\":\"kms\""),
                "'key' is no text, or there twice");
        wrong.put(json.replace("\"ops\"", "null"), "'key' is no text");
        wrong.put(json.replace("\"ops\"", "{\"$type\":\"x\"}"), "'key' is no text");
        wrong.forEach((text, why) -> assertThatThrownBy(() -> Message.read(text.getBytes(StandardCharsets.UTF_8)))
                .as(text)
                .isInstanceOf(RefusedScriptException.class)
                .hasMessageContaining("the message is malformed: ")
                .hasMessageContaining(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdef0123456789abcde",
                "0123456789abcdef0123456789abcdef0",
                "0123456789ABCDEF0123456789ABCDEF",
                "../3456789abcdef0123456789abcdef",
                "g123456789abcdef0123456789abcdef",
                "0123456789abcdef0123456789abcde\\n"
            })
    void malformedNonces(String nonce) {
        refused(script().sign(OPS).with("nonce", nonce), "'nonce' is not 32 hexadecimal digits");
    }

    @Test
    void aNonceMayBeginWithAnyDigit() {
        Signed script = script();
        script.nonce = "f0000000000000000000000000000000";
        assertThat(verify(script.sign(OPS))).isNotNull();
        script.nonce = "00000000000000000000000000000000";
        assertThat(verify(script.sign(OPS))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "01772366520", "-1", "+1772366520", "1e9", "1111222233333", "99999999999999999999", "12 "})
    void malformedTimes(String expires) {
        refused(script().sign(OPS).with("expires", expires), "'expires' is no time");
    }

    @Test
    void aTimeOfTwelveDigitsIsOne() {
        refused(script().sign(OPS).with("expires", "999999999999"), "valid for more than");
        refused(script().sign(OPS).with("expires", "1"), "it has expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "bundle", "arguments"})
    void malformedBase64(String member) {
        refused(script().sign(OPS).with(member, "*"), "'" + member + "' is no base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ops", "ops:ed25519", "ops:ed25519:!", "ops:ed25519:AAAA", ":", "::"})
    void aKeyThatCannotBeUsedIsNotPassedOver(String setting) {
        assertThatThrownBy(() -> new Keys(KEYS + " " + setting))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a key for scripts cannot be used");
    }

    @Test
    void theEnvelopeIsWhatTheGuideSays() {
        Signed script = script();
        script.nonce = "00112233445566778899aabbccddeeff";
        script.bundle = new byte[] {1, 2, 3};
        script.arguments = "{}";
        Message message = Message.read(script.sign(OPS).bytes());

        assertThat(new String(Envelope.of(message, Signed.ARN), StandardCharsets.UTF_8))
                .isEqualTo("""
                        lambda-maven-script
                        1
                        ops
                        039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81
                        44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a
                        arn:aws:lambda:eu-central-1:111122223333:function:shop-dev:ops
                        00112233445566778899aabbccddeeff
                        1772366520
                        """);
        assertThat(Base64.getEncoder().encodeToString(message.bundle())).isEqualTo("AQID");
        assertThat(new String(message.arguments(), StandardCharsets.UTF_8)).isEqualTo("{}");
    }
}
