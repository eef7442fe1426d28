package io.lambdamaven.runtime.route;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A path template such as <code>/orders/{id}</code> or <code>/files/{path+}</code>, split into its segments. */
public final class PathTemplate {
    private static final int LITERAL = 0;
    private static final int PARAMETER = 1;
    private static final int GREEDY = 2;

    private final String text;
    private final String[] names;
    private final int[] kinds;

    private PathTemplate(String text, String[] names, int[] kinds) {
        this.text = text;
        this.names = names;
        this.kinds = kinds;
    }

    /** @throws IllegalArgumentException if it is not a template; the build refuses it before this can */
    static PathTemplate parse(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("path template '" + text + "' does not start with a slash");
        }
        List<String> segments = PathSegments.split(text);
        String[] names = new String[segments.size()];
        int[] kinds = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            String segment = segments.get(i);
            boolean braces = segment.length() > 2 && segment.startsWith("{") && segment.endsWith("}");
            boolean greedy = braces && segment.endsWith("+}");
            if (greedy && i < names.length - 1) {
                throw new IllegalArgumentException("path template '" + text + "' goes on after " + segment);
            }
            kinds[i] = greedy ? GREEDY : braces ? PARAMETER : LITERAL;
            names[i] = braces ? segment.substring(1, segment.length() - (greedy ? 2 : 1)) : segment;
        }
        return new PathTemplate(text, names, kinds);
    }

    String text() {
        return text;
    }

    /** Whether a path is matched by being the same text, so that nothing needs to be split or decoded. */
    boolean isLiteral() {
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] != LITERAL) {
                return false;
            }
        }
        return text.indexOf('%') < 0 && PathSegments.decode(text, false) != null;
    }

    boolean matches(List<String> path) {
        int last = names.length - 1;
        boolean greedy = last >= 0 && kinds[last] == GREEDY;
        if (greedy ? path.size() < names.length : path.size() != names.length) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            String segment = path.get(i);
            if (kinds[i] == LITERAL ? !names[i].equals(segment) : (kinds[i] == PARAMETER && segment.isEmpty())) {
                return false;
            }
        }
        return true;
    }

    /** Negative if this template is the closer one, of two that match the same path: the first difference decides. */
    int compareCloseness(PathTemplate other) {
        for (int i = 0; i < kinds.length && i < other.kinds.length; i++) {
            if (kinds[i] != other.kinds[i]) {
                return kinds[i] - other.kinds[i];
            }
        }
        return other.kinds.length - kinds.length;
    }

    /** The parameters' values in a path that matches. */
    Map<String, String> values(List<String> path) {
        Map<String, String> values = Collections.emptyMap();
        for (int i = 0; i < names.length; i++) {
            if (kinds[i] != LITERAL) {
                values = values.isEmpty() ? new LinkedHashMap<>() : values;
                values.put(names[i], kinds[i] == GREEDY ? rest(path, i) : path.get(i));
            }
        }
        return values;
    }

    /** The same for all templates that take exactly the same paths. */
    String shape() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            out.append('/').append(kinds[i] == LITERAL ? names[i] : kinds[i] == GREEDY ? "{+}" : "{}");
        }
        return out.toString();
    }

    private static String rest(List<String> path, int from) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < path.size(); i++) {
            if (i > from) {
                out.append('/');
            }
            out.append(path.get(i));
        }
        return out.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathTemplate template && text.equals(template.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
