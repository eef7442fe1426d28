package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for by HTTP.
 *
 * @param path as it stands in the URL
 * @param query what follows the question mark, as it stands there; empty if nothing does
 */
record RequestLine(String method, String path, String query) {
    private static final Pattern FORM = Pattern.compile("(?:http:\\s*)?([A-Za-z]+)\\s+(\\S.*)");
    private static final String CHARACTER = "(?:[^?#%\\s]|%[0-9A-Fa-f]{2})*+";
    private static final Pattern TARGET = Pattern.compile("(/" + CHARACTER + ")(?:\\?((?:" + CHARACTER + "\\??+)*+))?");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY");

    /** The request line in the text, or null if it is no such thing. */
    static @Nullable RequestLine find(String event) {
        Matcher form = FORM.matcher(event.strip());
        if (!form.matches()) {
            return null;
        }
        Matcher target = TARGET.matcher(form.group(2));
        if (!METHODS.contains(form.group(1)) || !target.matches()) {
            throw new UserFault(
                    Problem.LM153,
                    Selection.EVENT,
                    "\"" + event + "\" is no request line.",
                    "Write one like \"GET /orders/17?full=true\", with one of " + String.join(", ", METHODS)
                            + " and blanks as %20.");
        }
        return new RequestLine(form.group(1), target.group(1), target.group(2) == null ? "" : target.group(2));
    }

    /** A request that the trigger takes. */
    static RequestLine sample(Trigger.Http trigger, boolean withBody) {
        String method = trigger.method().equals("ANY") ? (withBody ? "POST" : "GET") : trigger.method();
        return new RequestLine(method, PathPattern.of(trigger.path()).example(), "");
    }

    /** Whether it is the text of a trigger, not of a request. */
    boolean isTemplate() {
        return method.equals("ANY") || path.contains("{");
    }

    /** The route that takes it. */
    Route route(Selection selection) {
        return selection.http().stream()
                .filter(route -> takes((Trigger.Http) route.trigger()))
                .min(Comparator.comparing((Route route) -> PathPattern.of(((Trigger.Http) route.trigger()).path()))
                        .thenComparing(route ->
                                ((Trigger.Http) route.trigger()).method().equals("ANY")))
                .orElseThrow(() -> selection.none(Problem.LM154, "No @HttpTrigger takes " + method + " " + path + "."));
    }

    private boolean takes(Trigger.Http trigger) {
        return (trigger.method().equals("ANY") || trigger.method().equals(method))
                && PathPattern.of(trigger.path()).match(path) != null;
    }
}
