package io.lambdamaven.runtime.event;

import java.util.ArrayList;
import java.util.List;

/** The cookies within {@code Cookie} headers, for fronts that do not list them by themselves. */
final class Cookies {
    private Cookies() {}

    static List<String> of(List<NameValue> headers) {
        List<String> cookies = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).name().equalsIgnoreCase("cookie")) {
                split(headers.get(i).value(), cookies);
            }
        }
        return cookies;
    }

    private static void split(String header, List<String> into) {
        int from = 0;
        while (from < header.length()) {
            int semicolon = header.indexOf(';', from);
            int to = semicolon < 0 ? header.length() : semicolon;
            String cookie = header.substring(from, to).trim();
            if (!cookie.isEmpty()) {
                into.add(cookie);
            }
            from = to + 1;
        }
    }
}
