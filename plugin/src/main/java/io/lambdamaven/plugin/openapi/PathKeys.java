package io.lambdamaven.plugin.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Templates of routes as keys of OpenAPI's paths. These may not differ in the names of their variables alone, so the
 * first template names them for all; and a variable there takes one segment, so that a greedy one keeps its plus where
 * its path would be another route's.
 */
final class PathKeys {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}+]+)(\\+?)}");

    private final Map<String, String> byShape = new HashMap<>();
    private final Set<String> single = new HashSet<>();

    /** @param templates of all routes, in the order in which they have their names */
    PathKeys(Collection<String> templates) {
        for (String template : templates) {
            byShape.putIfAbsent(shape(template), template);
            if (!isGreedy(template)) {
                single.add(anyShape(template));
            }
        }
    }

    private static boolean isGreedy(String template) {
        return template.endsWith("+}");
    }

    private static String shape(String template) {
        return VARIABLE.matcher(template).replaceAll("{$2}");
    }

    private static String anyShape(String template) {
        return VARIABLE.matcher(template).replaceAll("{}");
    }

    /** The key of a template. */
    String of(String template) {
        String first = byShape.getOrDefault(shape(template), template);
        return isGreedy(first) && single.contains(anyShape(first)) ? first : first.replace("+}", "}");
    }

    /** The names that the variables of a template have in its key. */
    Map<String, String> names(String template) {
        List<String> own = variables(template, 1);
        List<String> there = variables(of(template), 0);
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < own.size(); i++) {
            names.put(own.get(i), there.get(i));
        }
        return names;
    }

    /** The names in a key, in their order. */
    static List<String> variables(String key) {
        return variables(key, 0);
    }

    private static List<String> variables(String template, int group) {
        List<String> names = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(template);
        while (matcher.find()) {
            names.add(group == 1 ? matcher.group(1) : matcher.group(1) + matcher.group(2));
        }
        return names;
    }
}
