package io.lambdamaven.plugin.local.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * What the request for a connection says.
 *
 * @param headers with all their values, names as they came
 * @param query with all values of a name
 */
record SocketRequest(SortedMap<String, List<String>> headers, SortedMap<String, List<String>> query) {
    private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "upgrade");

    static SocketRequest of(Request request) {
        SortedMap<String, List<String>> headers = new TreeMap<>();
        for (HttpField field : request.getHeaders()) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            String value = field.getValue();
            // What a caller writes into these would be believed; the service writes them itself.
            boolean own = name.startsWith("x-forwarded-") || name.equals("forwarded") || HOP_BY_HOP.contains(name);
            if (!own && value != null) {
                headers.computeIfAbsent(field.getName(), each -> new ArrayList<>())
                        .add(value);
            }
        }
        headers.put("X-Forwarded-For", List.of(Request.getRemoteAddr(request)));
        headers.put("X-Forwarded-Port", List.of(String.valueOf(Request.getLocalPort(request))));
        headers.put("X-Forwarded-Proto", List.of("http"));
        SortedMap<String, List<String>> query = new TreeMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            query.put(field.getName(), List.copyOf(field.getValues()));
        }
        return new SocketRequest(headers, query);
    }
}
