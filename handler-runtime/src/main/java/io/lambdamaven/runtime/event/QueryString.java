package io.lambdamaven.runtime.event;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Queries in the form of HTML forms: pairs, a plus for a space. What is malformed stays as it is. */
final class QueryString {
    private QueryString() {}

    static List<NameValue> parse(String raw) {
        List<NameValue> pairs = new ArrayList<>();
        int from = 0;
        while (from < raw.length()) {
            int and = raw.indexOf('&', from);
            int to = and < 0 ? raw.length() : and;
            int equals = raw.indexOf('=', from);
            if (equals < 0 || equals > to) {
                equals = to;
            }
            if (to > from) {
                String value = equals < to ? raw.substring(equals + 1, to) : "";
                pairs.add(new NameValue(decode(raw.substring(from, equals)), decode(value)));
            }
            from = to + 1;
        }
        return pairs;
    }

    /** Pairs that a front left encoded, as it got them. */
    static String join(List<NameValue> encoded) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < encoded.size(); i++) {
            NameValue pair = encoded.get(i);
            out.append(i == 0 ? "" : "&").append(pair.name()).append('=').append(pair.value());
        }
        return out.toString();
    }

    /** Pairs that a front decoded, encoded again. */
    static String encode(List<NameValue> decoded) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < decoded.size(); i++) {
            NameValue pair = decoded.get(i);
            out.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(pair.name(), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(pair.value(), StandardCharsets.UTF_8));
        }
        return out.toString();
    }

    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
