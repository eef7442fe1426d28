package io.lambdamaven.runtime.web;

import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.HttpEvent;
import io.lambdamaven.runtime.event.HttpEventReader;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.event.Mark;
import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.event.NameValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of an event the request that it was, and refuses what could be taken for more than one. */
final class Requests {
    private static final byte[] NO_BODY = {};

    private final String basePath;
    private volatile boolean tellsContext;

    Requests(String basePath) {
        this.basePath = basePath;
    }

    /** Has the application told what the front knows of each request. */
    void tellContext() {
        tellsContext = true;
    }

    WebRequest of(Event what, HttpTarget target, byte[] json, Ids ids) throws ForwardException {
        if (!Fields.isToken(target.method()) || target.method().equals("CONNECT")) {
            throw new ForwardException(400, "this is no method that an application takes", null);
        }
        HttpEvent event = HttpEventReader.read(what, target, json);
        byte[] body = body(event);
        StringBuilder head = new StringBuilder(512);
        String path = Target.without(basePath, target.path());
        head.append(target.method())
                .append(' ')
                .append(Target.of(path, target.pathDecoded(), event.rawQuery()))
                .append(" HTTP/1.1\r\n");
        String host = host(what, event.headers());
        line(head, "Host", host);
        headers(head, event);
        forwarded(head, what, event, host, path.length() == target.path().length() ? "" : basePath);
        line(head, Fields.REQUEST_ID, ids.request());
        byte[] context = tellsContext ? Members.json(json, "requestContext") : null;
        if (context != null) {
            line(head, Fields.REQUEST_CONTEXT, HeaderJson.of(context));
        }
        String trace = ids.trace();
        if (trace != null) {
            line(head, Fields.TRACE_ID, trace);
        } else {
            copy(head, event.headers(), Fields.TRACE_ID);
        }
        if (body.length > 0 || takesBody(target.method())) {
            line(head, "Content-Length", Integer.toString(body.length));
        }
        return new WebRequest(target.method(), bytes(head.append("\r\n")), body);
    }

    /**
     * What the invocation is known by.
     *
     * @param trace as X-Ray has it, null if nobody traces
     */
    record Ids(String request, @Nullable String trace) {}

    private static boolean takesBody(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    private static byte[] body(HttpEvent event) throws ForwardException {
        String body = event.body();
        if (body == null || body.isEmpty()) {
            return NO_BODY;
        }
        if (!event.base64()) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new ForwardException(400, "the body is not base64, as it is said to be", e);
        }
    }

    private static String host(Event what, List<NameValue> headers) throws ForwardException {
        String host = Fields.first(headers, "host");
        if (host == null || host.isEmpty()) {
            host = what.value(Mark.CONTEXT_DOMAIN_NAME);
        }
        if (host.isEmpty()) {
            return "localhost";
        }
        if (!Fields.isHost(host)) {
            throw new ForwardException(400, "the header Host is malformed", null);
        }
        return host;
    }

    private static void headers(StringBuilder head, HttpEvent event) throws ForwardException {
        List<NameValue> headers = event.headers();
        Set<String> left = Fields.hopByHop(headers);
        left.add("host");
        boolean cookies = false;
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.get(i).name();
            String lower = name.toLowerCase(Locale.ROOT);
            if (!Fields.isToken(name)) {
                throw new ForwardException(400, "a header has a name that is none", null);
            }
            if (!Fields.isValue(headers.get(i).value())) {
                throw new ForwardException(400, "the header " + name + " holds a character that no header may", null);
            }
            if (!left.contains(lower) && !Fields.isOurs(lower) && !name.equalsIgnoreCase(Fields.TRACE_ID)) {
                cookies = cookies || lower.equals("cookie");
                line(head, name, headers.get(i).value());
            }
        }
        if (!cookies && !event.cookies().isEmpty()) {
            String joined = String.join("; ", event.cookies());
            if (!Fields.isValue(joined)) {
                throw new ForwardException(400, "a cookie holds a character that no header may", null);
            }
            line(head, "Cookie", joined);
        }
    }

    private static void forwarded(StringBuilder head, Event what, HttpEvent event, String host, String basePath) {
        EventKind kind = what.kind();
        boolean balancer = kind == EventKind.ALB || kind == EventKind.LATTICE_V1 || kind == EventKind.LATTICE_V2;
        // A balancer says who called in headers only: it adds the address at the end, and overwrites the others.
        String client = balancer ? lastOf(Fields.first(event.headers(), "x-forwarded-for")) : event.sourceIp();
        boolean tells = kind == EventKind.ALB || isLocal(what.value(Mark.CONTEXT_DOMAIN_NAME));
        boolean plain = tells && "http".equals(Fields.first(event.headers(), "x-forwarded-proto"));
        String scheme = plain ? "http" : "https";
        String said = tells ? Fields.first(event.headers(), "x-forwarded-port") : null;
        String port = said != null && isPort(said) ? said : plain ? "80" : "443";
        String prefix = stage(what) + basePath;
        StringBuilder element = new StringBuilder();
        if (client != null && isAddress(client)) {
            line(head, "X-Forwarded-For", client);
            boolean six = client.indexOf(':') >= 0;
            element.append(six ? "for=\"[" : "for=").append(client).append(six ? "]\";" : ";");
        }
        line(head, "X-Forwarded-Proto", scheme);
        line(head, "X-Forwarded-Host", host);
        line(head, "X-Forwarded-Port", port);
        if (!prefix.isEmpty()) {
            line(head, "X-Forwarded-Prefix", prefix);
        }
        element.append("host=\"").append(host).append("\";proto=").append(scheme);
        line(head, "Forwarded", element.toString());
    }

    /** The local Lambda's own domains: its fronts are reached without TLS, on any port. No caller has a say in these. */
    private static boolean isLocal(String domain) {
        return domain.equals("localhost")
                || domain.equals(Port.LOOPBACK)
                || domain.equals("[::1]")
                || domain.endsWith(".localhost");
    }

    /** The stage that callers write before the path, and that the path here lacks. */
    private static String stage(Event what) {
        String stage = what.value(Mark.CONTEXT_STAGE);
        boolean api = what.kind() == EventKind.HTTP_API || what.kind() == EventKind.REST_API;
        boolean shown = api
                && !stage.isEmpty()
                && !stage.equals("$default")
                && Fields.isToken(stage)
                && what.value(Mark.CONTEXT_DOMAIN_NAME).contains(".execute-api.");
        return shown ? "/" + stage : "";
    }

    private static @Nullable String lastOf(@Nullable String list) {
        return list == null ? null : list.substring(list.lastIndexOf(',') + 1).trim();
    }

    private static boolean isPort(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5;
        for (int i = 0; i < text.length() && digits; i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    private static boolean isAddress(String text) {
        boolean good = !text.isEmpty();
        for (int i = 0; i < text.length() && good; i++) {
            good = Character.digit(text.charAt(i), 16) >= 0 || text.charAt(i) == '.' || text.charAt(i) == ':';
        }
        return good;
    }

    private static void copy(StringBuilder head, List<NameValue> headers, String name) {
        String value = Fields.first(headers, name);
        if (value != null) {
            line(head, name, value);
        }
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    /** Headers are bytes; what is not Latin-1 can only have been UTF-8. */
    private static byte[] bytes(StringBuilder head) {
        String text = head.toString();
        Charset charset = StandardCharsets.ISO_8859_1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                charset = StandardCharsets.UTF_8;
                break;
            }
        }
        return text.getBytes(charset);
    }
}
