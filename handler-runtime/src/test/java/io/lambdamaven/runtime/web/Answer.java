package io.lambdamaven.runtime.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What came back, by whatever way: without what belongs to one connection, and without the date. */
record Answer(int status, TreeMap<String, List<String>> headers, String body) {

    static Answer ofBytes(byte[] wire) {
        String text = new String(wire, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n");
        TreeMap<String, List<String>> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            add(
                    headers,
                    lines[i].substring(0, colon),
                    lines[i].substring(colon + 1).strip());
        }
        byte[] body = Arrays.copyOfRange(wire, end + 4, wire.length);
        if (headers.containsKey("transfer-encoding")) {
            body = joined(body);
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]),
                tidy(headers),
                HexFormat.of().formatHex(body));
    }

    private static byte[] joined(byte[] chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String text = new String(chunks, StandardCharsets.ISO_8859_1);
        for (int at = 0; at < text.length(); ) {
            int line = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, line), 16);
            out.write(chunks, line + 2, size);
            at = size == 0 ? text.length() : line + 4 + size;
        }
        return out.toByteArray();
    }

    /** In any of the forms that fronts take. */
    static Answer ofJson(byte[] bytes) {
        try {
            JsonNode json = new ObjectMapper().readTree(bytes);
            TreeMap<String, List<String>> headers = new TreeMap<>();
            json.path("headers")
                    .properties()
                    .forEach(each -> add(headers, each.getKey(), each.getValue().asText()));
            json.path("multiValueHeaders")
                    .properties()
                    .forEach(each -> each.getValue().forEach(value -> add(headers, each.getKey(), value.asText())));
            json.path("cookies").forEach(value -> add(headers, "set-cookie", value.asText()));
            String body = json.path("body").asText();
            byte[] content = json.path("isBase64Encoded").asBoolean()
                    ? Base64.getDecoder().decode(body)
                    : body.getBytes(StandardCharsets.UTF_8);
            return new Answer(
                    json.path("statusCode").asInt(),
                    tidy(headers),
                    HexFormat.of().formatHex(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return new String(HexFormat.of().parseHex(body), StandardCharsets.UTF_8);
    }

    private static void add(TreeMap<String, List<String>> headers, String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                .add(value);
    }

    private static TreeMap<String, List<String>> tidy(TreeMap<String, List<String>> headers) {
        headers.keySet().removeAll(List.of("date", "connection", "transfer-encoding", "content-length", "x-hop"));
        // Two lines of a name mean the same as one with a comma, but for cookies.
        headers.replaceAll((name, values) ->
                name.equals("set-cookie") ? values.stream().sorted().toList() : List.of(String.join(", ", values)));
        return headers;
    }
}
