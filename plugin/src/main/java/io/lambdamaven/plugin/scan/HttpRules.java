package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.scan.PathTemplate.Kind;
import io.lambdamaven.plugin.scan.PathTemplate.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code @HttpTrigger} may say. */
final class HttpRules {
    static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    static final String ANY = "ANY";

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    /** RFC 3986's pchar without percent-encoding, as segments are compared decoded; * is left out on purpose. */
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~!$&'()+,;=:@-]+");

    private final Faults faults;

    HttpRules(Faults faults) {
        this.faults = faults;
    }

    /** Whether a path has no variables and nothing else that could be wrong. */
    static boolean isLiteral(String path) {
        return path.startsWith("/")
                && Arrays.stream(path.substring(1).split("/", -1))
                        .allMatch(text -> LITERAL.matcher(text).matches() && !text.equals(".") && !text.equals(".."));
    }

    void check(Trigger.Http trigger, Spot spot) {
        if (!METHODS.contains(trigger.method()) && !trigger.method().equals(ANY)) {
            faults.add(
                    Problem.LM010,
                    spot,
                    "\"" + trigger.method() + "\" is no HTTP method that Lambda's fronts pass on.",
                    "Set method in @HttpTrigger to one of " + String.join(", ", METHODS) + " or ANY.");
        }
        read(trigger.path(), spot);
    }

    /** The template, if it is sound; else the faults are reported. */
    Optional<PathTemplate> read(String path, Spot spot) {
        if (!path.startsWith("/")) {
            return fault(Problem.LM011, spot, path, "does not start with a slash.", "Write \"/" + path + "\" in path.");
        } else if (path.contains("?") || path.contains("#")) {
            return fault(
                    Problem.LM016,
                    spot,
                    path,
                    "has a query or fragment, which is no part of a path.",
                    "Take it out of path and use @QueryParam for query parameters.");
        }
        List<Segment> segments = new ArrayList<>();
        if (!path.equals("/")) {
            for (String text : path.substring(1).split("/", -1)) {
                Optional<Segment> segment = segment(text, path, spot);
                if (segment.isEmpty()) {
                    return Optional.empty();
                }
                segments.add(segment.get());
            }
        }
        PathTemplate template = new PathTemplate(segments);
        return wholeIsSound(template, path, spot) ? Optional.of(template) : Optional.empty();
    }

    private Optional<Segment> segment(String text, String path, Spot spot) {
        if (text.isEmpty()) {
            fault(Problem.LM015, spot, path, "has an empty segment.", "Take the double or closing slash out of path.");
            return Optional.empty();
        }
        if (text.startsWith("{") && text.endsWith("}")) {
            boolean greedy = text.endsWith("+}");
            String name = text.substring(1, text.length() - (greedy ? 2 : 1));
            if (VARIABLE.matcher(name).matches()) {
                return Optional.of(new Segment(greedy ? Kind.GREEDY : Kind.VARIABLE, name));
            }
        } else if (LITERAL.matcher(text).matches() && !text.equals(".") && !text.equals("..")) {
            return Optional.of(new Segment(Kind.LITERAL, text));
        }
        fault(
                Problem.LM012,
                spot,
                path,
                "has the segment \"" + text + "\", which is neither a literal nor a variable such as {id}.",
                "In path a variable takes a whole segment, {rest+} as the last one takes all that is left, and a"
                        + " literal has letters, digits and -._~!$&'()+,;=:@ only.");
        return Optional.empty();
    }

    private boolean wholeIsSound(PathTemplate template, String path, Spot spot) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < template.segments().size(); i++) {
            Segment segment = template.segments().get(i);
            if (segment.kind() == Kind.GREEDY && i < template.segments().size() - 1) {
                fault(
                        Problem.LM014,
                        spot,
                        path,
                        "goes on after {" + segment.text() + "+}, which takes all that is left.",
                        "Make it the last segment of path, or drop the +.");
                return false;
            } else if (segment.kind() != Kind.LITERAL && !names.add(segment.text())) {
                fault(
                        Problem.LM013,
                        spot,
                        path,
                        "has the variable {" + segment.text() + "} twice.",
                        "Give each variable in path a name of its own.");
                return false;
            }
        }
        return true;
    }

    private Optional<PathTemplate> fault(Problem problem, Spot spot, String path, String summary, String remedy) {
        faults.add(problem, spot, "The path \"" + path + "\" in @HttpTrigger " + summary, remedy);
        return Optional.empty();
    }
}
