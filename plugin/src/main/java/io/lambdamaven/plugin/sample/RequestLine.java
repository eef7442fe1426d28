package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> METHODS_WITH_BODY = List.of("POST", "PUT", "PATCH", "DELETE", "GET");

    /** What may stand for a variable: a number suits most types. */
    private static final List<String> VALUES = List.of("1", "2", "sample");

    /** The request line in the text, or null if it is no such thing. */
    static @Nullable RequestLine find(String event) {
        Matcher form = FORM.matcher(event.strip());
        if (!form.matches()) {
            return null;
        }
        Matcher target = TARGET.matcher(form.group(2));
        if (!(METHODS.contains(form.group(1)) || form.group(1).equals("ANY")) || !target.matches()) {
            throw new UserFault(
                    Problem.LM153,
                    Selection.EVENT,
                    "\"" + event + "\" is no request line.",
                    "Write one like \"GET /orders/17?full=true\", with one of " + String.join(", ", METHODS)
                            + " and blanks as %20.");
        }
        return new RequestLine(form.group(1), target.group(1), target.group(2) == null ? "" : target.group(2));
    }

    /** A request that goes to this route and not to a closer one. */
    static RequestLine sample(Route route, Selection selection, boolean withBody) {
        Trigger.Http trigger = (Trigger.Http) route.trigger();
        PathPattern pattern = PathPattern.of(trigger.path());
        List<String> methods =
                trigger.method().equals("ANY") ? (withBody ? METHODS_WITH_BODY : METHODS) : List.of(trigger.method());
        return VALUES.stream()
                .flatMap(value -> methods.stream().map(method -> new RequestLine(method, pattern.example(value), "")))
                .filter(line -> line.takenBy(selection).filter(route::equals).isPresent())
                .findFirst()
                .orElseGet(() -> new RequestLine(methods.get(0), pattern.example(VALUES.get(0)), ""));
    }

    /** Whether it is the text of a trigger, not of a request. */
    boolean isTemplate() {
        return method.equals("ANY") || path.contains("{");
    }

    /** The route that takes it. */
    Route route(Selection selection) {
        return takenBy(selection)
                .orElseThrow(() -> selection.none(Problem.LM154, "No @HttpTrigger takes " + method + " " + path + "."));
    }

    private Optional<Route> takenBy(Selection selection) {
        return selection.http().stream()
                .filter(route -> takes((Trigger.Http) route.trigger()))
                .min(Comparator.comparing((Route route) -> PathPattern.of(((Trigger.Http) route.trigger()).path()))
                        .thenComparing(route ->
                                ((Trigger.Http) route.trigger()).method().equals("ANY")));
    }

    private boolean takes(Trigger.Http trigger) {
        return (trigger.method().equals("ANY") || trigger.method().equals(method))
                && PathPattern.of(trigger.path()).match(path) != null;
    }
}
