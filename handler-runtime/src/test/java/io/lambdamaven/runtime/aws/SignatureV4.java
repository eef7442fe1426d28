package io.lambdamaven.runtime.aws;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes the signature that a request should have, as AWS describes it, from what arrived over the wire. */
public final class SignatureV4 {
    private SignatureV4() {}

    /** The signature of a request whose headers say when and by whom; the path is taken as encoded already. */
    public static String of(
            String method, URI uri, Map<String, String> received, byte[] body, String secret, boolean encodesTwice) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(received);
        String authorization = headers.get("Authorization");
        String scope = between(authorization, "Credential=", ",");
        scope = scope.substring(scope.indexOf('/') + 1);
        String signed = between(authorization, "SignedHeaders=", ",");
        String payload = headers.getOrDefault("x-amz-content-sha256", sha256(body));
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null
                ? ""
                : Arrays.stream(uri.getRawQuery().split("&", -1))
                        .map(pair -> pair.contains("=") ? pair : pair + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
        String lines = Arrays.stream(signed.split(";", -1))
                .map(name -> name + ":" + headers.get(name).strip() + "\n")
                .collect(Collectors.joining());
        String canonical =
                method + "\n" + (encodesTwice ? path.replace("%", "%25").replace("@", "%40") : path) + "\n" + query
                        + "\n" + lines + "\n" + signed + "\n" + payload;
        String[] parts = scope.split("/", -1);
        String toSign = "AWS4-HMAC-SHA256\n" + headers.get("x-amz-date") + "\n" + scope + "\n"
                + sha256(canonical.getBytes(StandardCharsets.UTF_8));
        byte[] key = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), parts[0]);
        for (int i = 1; i < parts.length; i++) {
            key = hmac(key, parts[i]);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    /** Whether what arrived is signed with that secret, and not changed since. */
    public static boolean isGood(Loopback.Sent sent, String secret) {
        String payload = sent.headers().get("x-amz-content-sha256");
        String signature = of(sent.method(), sent.uri(), sent.headers(), sent.body(), secret, false);
        return (payload == null || payload.equals(sha256(sent.body())))
                && sent.headers().get("Authorization").endsWith("Signature=" + signature);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        int to = text.indexOf(end, from);
        return text.substring(from, to);
    }
}
