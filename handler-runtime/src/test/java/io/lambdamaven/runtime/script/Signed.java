package io.lambdamaven.runtime.script;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What an operator sends, put together without the runtime's own classes; each part can be forged afterwards. */
public final class Signed {
    public static final String ARN = "arn:aws:lambda:eu-central-1:111122223333:function:shop-dev:ops";

    public String domain = "lambda-maven-script";
    public String version = "1";
    public String keyId = "ops";
    public String arn = ARN;
    public String nonce = UUID.randomUUID().toString().replace("-", "");
    public String arguments = "{\"order\":\"42\"}";
    public byte[] bundle;
    public long expires;
    final Map<String, String> members = new LinkedHashMap<>();

    public Signed(byte[] bundle, Instant now) {
        this.bundle = bundle.clone();
        this.expires = now.getEpochSecond() + 120;
    }

    public static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair p256() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the function's variable has it. */
    public static String setting(String id, KeyPair pair) {
        String algorithm = pair.getPublic().getAlgorithm().equals("EC") ? "p256" : "ed25519";
        return id + ":" + algorithm + ":"
                + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    byte[] envelope() {
        return (domain + "\n" + version + "\n" + keyId + "\n" + sha256(bundle) + "\n"
                        + sha256(arguments.getBytes(StandardCharsets.UTF_8)) + "\n" + arn + "\n" + nonce + "\n"
                        + expires
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    public Signed sign(KeyPair pair) {
        String algorithm = pair.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "Ed25519";
        return signature(sign(pair, algorithm, envelope()));
    }

    static byte[] sign(KeyPair pair, String algorithm, byte[] content) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fills in the members as they are now. */
    Signed signature(byte[] signature) {
        members.clear();
        members.put("key", keyId);
        members.put("nonce", nonce);
        members.put("expires", Long.toString(expires));
        members.put("signature", base64(signature));
        members.put("bundle", base64(bundle));
        members.put("arguments", base64(arguments.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    byte[] signature() {
        return Base64.getDecoder().decode(members.get("signature"));
    }

    /** Changes what was signed. */
    Signed with(String member, String value) {
        members.put(member, value);
        return this;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String json() {
        StringBuilder json = new StringBuilder("{");
        members.forEach((name, value) -> json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(value)
                .append('"'));
        return json.append('}').toString();
    }

    public byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bundle of these classes, the first one with the method. */
    public static byte[] bundle(Class<?>... classes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Class<?> each : classes) {
            files.put(each.getName(), classFile(each));
        }
        return bundle(files);
    }

    static byte[] bundle(Map<String, byte[]> classes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeBytes("LMS1");
            out.writeShort(classes.size());
            for (Map.Entry<String, byte[]> each : classes.entrySet()) {
                out.writeShort(each.getKey().length());
                out.writeBytes(each.getKey());
                out.writeInt(each.getValue().length);
                out.write(each.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] classFile(Class<?> type) {
        String path = "/" + type.getName().replace('.', '/') + ".class";
        try (var in = type.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
