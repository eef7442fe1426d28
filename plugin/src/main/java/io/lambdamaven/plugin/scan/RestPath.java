package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Templates of {@code @Path} as those of {@code @HttpTrigger}. */
final class RestPath {
    private static final Pattern VARIABLE =
            Pattern.compile("\\{\\s*([A-Za-z0-9_][A-Za-z0-9_.-]*)\\s*(?::\\s*(.+?)\\s*)?}");
    private static final String SEGMENT = "[^/]+";
    private static final String SEGMENTS = ".+";

    private final Faults faults;

    RestPath(Faults faults) {
        this.faults = faults;
    }

    /** The template, if it can be one of ours; else the faults are reported. */
    Optional<String> template(List<String> paths, Spot spot) {
        List<String> segments = new ArrayList<>();
        for (String path : paths) {
            for (String segment : split(path)) {
                if (segment.isEmpty()) {
                    continue;
                }
                Optional<String> own = segment(segment, spot);
                if (own.isEmpty()) {
                    return Optional.empty();
                }
                segments.add(own.get());
            }
        }
        for (String segment : segments.subList(0, Math.max(0, segments.size() - 1))) {
            if (segment.endsWith("+}")) {
                fault(
                        spot,
                        "The path goes on after " + segment + ", which takes all that is left.",
                        "Make it the last segment of @Path.");
                return Optional.empty();
            }
        }
        return Optional.of("/" + String.join("/", segments));
    }

    /** At slashes that are in no regular expression. */
    private static List<String> split(String path) {
        List<String> segments = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '/' && depth == 0) {
                segments.add(path.substring(from, i));
                from = i + 1;
            }
        }
        segments.add(path.substring(from));
        return segments;
    }

    private Optional<String> segment(String text, Spot spot) {
        if (text.indexOf('{') < 0) {
            return Optional.of(text);
        }
        Matcher variable = VARIABLE.matcher(text);
        if (!variable.matches()) {
            fault(
                    spot,
                    "The segment \"" + text + "\" of @Path is more than a variable.",
                    "Give the variable a whole segment of @Path, and take its value apart in the method.");
            return Optional.empty();
        }
        String expression = variable.group(2);
        if (expression == null || expression.equals(SEGMENT)) {
            return Optional.of("{" + variable.group(1) + "}");
        } else if (expression.equals(SEGMENTS)) {
            return Optional.of("{" + variable.group(1) + "+}");
        }
        fault(
                spot,
                "The regular expression " + expression + " in @Path decides which requests the method takes, and routes"
                        + " are told apart by segments alone.",
                "Write {" + variable.group(1) + "} for one segment or {" + variable.group(1)
                        + ": .+} for all that are left, and check the value in the method.");
        return Optional.empty();
    }

    private void fault(Spot spot, String summary, String remedy) {
        faults.add(Problem.LM145, spot, summary, remedy);
    }
}
