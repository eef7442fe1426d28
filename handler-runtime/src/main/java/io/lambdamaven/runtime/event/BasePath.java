package io.lambdamaven.runtime.event;

import io.lambdamaven.runtime.json.JsonCursor;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the paths of an API's routes: a custom domain's mapping, which payload 1.0 leaves in the path. It is
 * told from the resource, the API's own template of the path: what the path has before that is the mapping.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     payloads 1.0 and 2.0</a>
 */
public final class BasePath {
    /** Of the function's environment: the base path where no event tells it, such as {@code /v1}. */
    public static final String VARIABLE = "LAMBDA_HTTP_BASE_PATH";

    private BasePath() {}

    /**
     * Takes it off.
     *
     * @param target what the event is for
     * @param event of an HTTP kind
     * @param json its bytes
     * @param said the base path where the event does not tell, null for none
     * @return the target with the path that the routes know
     */
    public static HttpTarget off(HttpTarget target, Event event, byte[] json, @Nullable String said) {
        String path = target.path();
        int end = HttpTarget.mayBeMapped(event) ? mapping(path, event.value(Mark.RESOURCE), json) : 0;
        if (end == 0 && said != null) {
            end = prefix(path, said);
        }
        if (end == 0) {
            return target;
        }
        String rest = path.substring(end);
        return new HttpTarget(target.method(), rest.isEmpty() ? "/" : rest, target.pathDecoded(), target.query());
    }

    /** The length of a prefix that ends where a segment ends; 0 if the path does not begin with it. */
    static int prefix(String path, String base) {
        int end = base.endsWith("/") ? base.length() - 1 : base.length();
        boolean begins = base.startsWith("/")
                && path.length() >= end
                && path.startsWith(base.substring(0, end))
                && (path.length() == end || path.charAt(end) == '/');
        return begins ? end : 0;
    }

    /** The length of what the path has before the resource; 0 if it has nothing, or is no path of the resource. */
    private static int mapping(String path, String resource, byte[] json) {
        if (!resource.startsWith("/") || !path.startsWith("/")) {
            return 0;
        }
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        String template = resource;
        if (resource.endsWith("+}")) {
            int open = resource.lastIndexOf('{');
            end = open < 1 ? -1 : startOf(rest(json, resource.substring(open + 1, resource.length() - 2)), path);
            template = end < 0 ? resource : resource.substring(0, open - 1);
        }
        return end < 0 ? 0 : Math.max(0, before(path, end, template));
    }

    /** Where the segments of a template begin that end at a position; -1 if these are others. */
    private static int before(String path, int end, String template) {
        int at = end;
        int to = template.endsWith("/") ? template.length() - 1 : template.length();
        while (to > 0) {
            int slash = template.lastIndexOf('/', to - 1);
            int from = at < 1 ? -1 : path.lastIndexOf('/', at - 1);
            if (from < 0 || !fits(path.substring(from + 1, at), template.substring(slash + 1, to))) {
                return -1;
            }
            at = from;
            to = slash;
        }
        return at;
    }

    private static boolean fits(String segment, String wanted) {
        boolean variable = wanted.startsWith("{") && wanted.endsWith("}");
        return variable
                ? !segment.isEmpty()
                : segment.equals(wanted) || decoded(segment).equals(wanted);
    }

    /** Where the slash is that the rest of the path follows; -1 if there is none. */
    private static int startOf(@Nullable String rest, String path) {
        if (rest == null) {
            return -1;
        }
        String wanted = rest.startsWith("/") ? rest.substring(1) : rest;
        for (int slash = 0; slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String tail = path.substring(slash + 1);
            if (isSame(tail, wanted) || isSame(decoded(tail), wanted)) {
                return slash;
            }
        }
        return -1;
    }

    private static boolean isSame(String tail, String wanted) {
        return tail.equals(wanted) || (tail.length() == wanted.length() + 1 && tail.equals(wanted + "/"));
    }

    private static String decoded(String text) {
        return text.indexOf('%') < 0 ? text : QueryString.decode(text.replace("+", "%2B"));
    }

    private static @Nullable String rest(byte[] json, String parameter) {
        JsonCursor cursor = JsonCursor.over(json);
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            if (name.equals("pathParameters") && cursor.isObject()) {
                for (String key = cursor.nextName(); key != null; key = cursor.nextName()) {
                    if (key.equals(parameter)) {
                        return cursor.text();
                    }
                    cursor.skip();
                }
                return null;
            }
            cursor.skip();
        }
        return null;
    }
}
