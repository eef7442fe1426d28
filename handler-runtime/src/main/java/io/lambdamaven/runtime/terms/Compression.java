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

    /** Whether there are two forms of it, of which each caller gets the one that he asks for. */
    static boolean isFor(HttpResponse settled, int from) {
        return bytes(settled).length >= from && isCompressible(type(settled));
    }

    /** Whether this caller asks for the packed one. Who asks for a part means the other. */
    static boolean isAsked(LazyRequest request) {
        String accepted = request.header("accept-encoding");
        return accepted != null && isAccepted(accepted) && request.header("range") == null;
    }

    /** A strong tag is of the same bytes, and the packed ones are others. */
    static HttpResponse weaklyTagged(HttpResponse response) {
        List<String> tags = response.headers().get("etag");
        String tag = tags == null || tags.isEmpty() ? "" : tags.get(0);
        boolean strong = tag.startsWith("\"") && tag.indexOf('"', 1) == tag.length() - 1 && tag.indexOf(' ') < 0;
        return strong ? response.weakETag(tag.substring(1, tag.length() - 1)) : response;
    }

    static HttpResponse packed(HttpResponse varied) {
        return varied.type(type(varied)).body(packed(bytes(varied))).header("Content-Encoding", "gzip");
    }

    /** What is sent as it is. */
    static boolean isLeft(HttpResponse response) {
        return response.status() == 204
                || response.status() == 304
                || response.status() == 206
                || response.headers().containsKey("content-encoding");
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
