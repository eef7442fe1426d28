package io.lambdamaven.plugin.scan;

import java.util.List;

/**
 * The path of an HTTP route.
 *
 * @param segments without slashes and braces; none for the root
 */
record PathTemplate(List<Segment> segments) {
    PathTemplate {
        segments = List.copyOf(segments);
    }

    /** @param text a literal, or the variable's name */
    record Segment(Kind kind, String text) {}

    /** What a segment takes. */
    enum Kind {
        LITERAL,
        VARIABLE,
        GREEDY
    }

    List<String> variables() {
        return segments.stream()
                .filter(each -> each.kind() != Kind.LITERAL)
                .map(Segment::text)
                .toList();
    }

    /** The template without the variables' names: two of one shape take the same paths. */
    String shape() {
        StringBuilder out = new StringBuilder("/");
        for (Segment segment : segments) {
            out.append(
                            switch (segment.kind()) {
                                case LITERAL -> segment.text();
                                case VARIABLE -> "{}";
                                case GREEDY -> "{+}";
                            })
                    .append('/');
        }
        return out.toString();
    }
}
