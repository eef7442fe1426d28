package io.lambdamaven.runtime.event;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What of an HTTP event says its route, known as soon as the event is recognised.
 *
 * @param method in upper case
 * @param path without the stage
 * @param pathDecoded whether the front decoded the path, so that a percent sign may be just that
 * @param query the part of the path after a question mark, which VPC Lattice alone has there; else null
 */
public record HttpTarget(
        String method,
        String path,
        boolean pathDecoded,
        @Nullable String query) {
    /**
     * Reads it from the event's marks.
     *
     * @param event of an HTTP kind
     * @return the target
     */
    public static HttpTarget of(Event event) {
        EventKind kind = event.kind();
        int method = switch (kind) {
            case HTTP_API, FUNCTION_URL -> Mark.CONTEXT_HTTP_METHOD;
            case LATTICE_V1, LATTICE_V2 -> Mark.METHOD;
            default -> Mark.HTTP_METHOD;
        };
        String path = switch (kind) {
            case HTTP_API, FUNCTION_URL -> event.value(Mark.RAW_PATH);
            case LATTICE_V1 -> event.value(Mark.LATTICE_PATH);
            default -> event.value(Mark.PATH);
        };
        boolean lattice = kind == EventKind.LATTICE_V1 || kind == EventKind.LATTICE_V2;
        int mark = lattice ? path.indexOf('?') : -1;
        String query = mark < 0 ? null : path.substring(mark + 1);
        path = mark < 0 ? path : path.substring(0, mark);
        // Both of an HTTP API's payload formats: 1.0 looks like a REST API's event but for its version.
        boolean api = kind == EventKind.HTTP_API
                || (kind == EventKind.REST_API && event.value(Mark.VERSION).equals("1.0"));
        return new HttpTarget(
                method(event, method), api ? withoutStage(path, event) : path.isEmpty() ? "/" : path, api, query);
    }

    /**
     * Whether the path may begin with what maps a custom domain to the API; {@link BasePath} tells.
     *
     * @param event of an HTTP kind
     * @return true for payload 1.0 of any domain but the API's own: 2.0 leaves it out
     */
    public static boolean mayBeMapped(Event event) {
        if (event.kind() != EventKind.REST_API) {
            return false;
        }
        String domain = event.value(Mark.CONTEXT_DOMAIN_NAME);
        return !domain.isEmpty() && !domain.contains(".execute-api.");
    }

    /** In upper case; the usual ones need not be made of their bytes. */
    private static String method(Event event, int mark) {
        if (event.is(mark, "GET")) {
            return "GET";
        } else if (event.is(mark, "POST")) {
            return "POST";
        }
        String method = event.value(mark);
        return method.isEmpty() ? "GET" : method.toUpperCase(Locale.ROOT);
    }

    /** An HTTP API puts its stage before the path, unless it is the default one or the domain a custom one. */
    private static String withoutStage(String path, Event event) {
        String stage = event.value(Mark.CONTEXT_STAGE);
        int end = stage.length() + 1;
        boolean staged = !stage.isEmpty()
                && path.startsWith("/")
                && path.startsWith(stage, 1)
                && (path.length() == end || path.charAt(end) == '/')
                && event.value(Mark.CONTEXT_DOMAIN_NAME).contains(".execute-api.");
        String rest = staged ? path.substring(end) : path;
        return rest.isEmpty() ? "/" : rest;
    }
}
