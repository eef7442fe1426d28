package io.lambdamaven.runtime.terms;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.bind.LazyRequest;
import io.lambdamaven.runtime.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Packs long answers by gzip for callers that take it. */
final class Compression {
    private static final byte[] NOTHING = {};

    private Compression() {}

    static HttpResponse of(HttpResponse response, LazyRequest request, int from) {
        if (response.status() == 204
                || response.status() == 304
                || response.headers().containsKey("content-encoding")) {
            return response;
        }
        HttpResponse settled = settled(response);
        byte[] bytes = bytes(settled);
        if (bytes.length < from || !isCompressible(type(settled))) {
            return settled;
        }
        // Whether or not this caller takes it: a cache may not give the one form to those who want the other.
        HttpResponse varied = Vary.by(settled, "Accept-Encoding");
        String accepted = request.header("accept-encoding");
        if (accepted == null || !isAccepted(accepted)) {
            return varied;
        }
        return varied.type(type(settled)).body(packed(bytes)).header("Content-Encoding", "gzip");
    }

    /** Its body as it will be sent, so that JSON is written once. */
    static HttpResponse settled(HttpResponse response) {
        if (!response.isJson()) {
            return response;
        }
        String json = new String(Json.write(response.body()), StandardCharsets.UTF_8);
        HttpResponse text = response.body(json);
        return text.headers().containsKey("content-type") ? text : text.type("application/json");
    }

    static byte[] bytes(HttpResponse settled) {
        Object body = settled.body();
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        return body == null ? NOTHING : body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String type(HttpResponse settled) {
        List<String> said = settled.headers().get("content-type");
        if (said != null && !said.isEmpty()) {
            return said.get(0);
        }
        return settled.body() instanceof byte[] ? "application/octet-stream" : "text/plain; charset=utf-8";
    }

    /** Pictures, films and archives are packed already. */
    private static boolean isCompressible(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.contains("json")
                || type.contains("xml")
                || type.contains("javascript")
                || type.startsWith("application/x-www-form-urlencoded")
                || type.startsWith("application/wasm")
                || type.startsWith("image/bmp");
    }

    private static boolean isAccepted(String accepted) {
        String any = null;
        int from = 0;
        while (from <= accepted.length()) {
            int comma = accepted.indexOf(',', from);
            int to = comma < 0 ? accepted.length() : comma;
            String element = accepted.substring(from, to).replace(" ", "").toLowerCase(Locale.ROOT);
            int semicolon = element.indexOf(';');
            String coding = semicolon < 0 ? element : element.substring(0, semicolon);
            if (coding.equals("gzip") || coding.equals("x-gzip")) {
                return isWanted(element);
            } else if (coding.equals("*")) {
                any = element;
            }
            from = to + 1;
        }
        return any != null && isWanted(any);
    }

    private static boolean isWanted(String element) {
        int weight = element.indexOf(";q=0");
        if (weight < 0) {
            return true;
        }
        for (int i = weight + 4; i < element.length(); i++) {
            char c = element.charAt(i);
            if (c >= '1' && c <= '9') {
                return true;
            }
        }
        return false;
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written but memory", e);
        }
        return out.toByteArray();
    }
}
