package io.lambdamaven.plugin.stage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Patterns of paths as listener rules take them: stars and question marks, and few characters besides. */
final class AlbPaths {
    /** AWS's limits on the values and on the wildcards of one rule. */
    static final int MOST = 5;

    private static final int LONGEST = 128;
    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9_.$/~\"'@:+&*-]");

    private AlbPaths() {}

    /** What fits all paths of these routes, and as little else as few patterns can. */
    static List<String> of(Collection<String> routeKeys, List<String> hosts) {
        TreeSet<String> patterns = new TreeSet<>();
        for (String key : routeKeys) {
            patterns.add(pattern(key.substring(key.indexOf(' ') + 1)));
        }
        List<String> single = patterns.stream()
                .filter(each -> patterns.stream().noneMatch(other -> !other.equals(each) && covers(other, each)))
                .toList();
        return fit(hosts, single) ? single : folder(single);
    }

    private static String pattern(String path) {
        String stars = VARIABLE.matcher(path).replaceAll("*");
        String taken = OTHER.matcher(stars).replaceAll("?");
        return taken.length() <= LONGEST ? taken : taken.substring(0, LONGEST - 1) + "*";
    }

    private static boolean covers(String pattern, String other) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char each = pattern.charAt(i);
            // A question mark is one character, which a star need not be.
            regex.append(each == '*' ? ".*" : each == '?' ? "[^*]" : Pattern.quote(String.valueOf(each)));
        }
        return other.matches(regex.toString());
    }

    /** The folder that all are in; none where there is no such folder. */
    private static List<String> folder(List<String> patterns) {
        String[] common = segments(patterns.get(0));
        int length = common.length;
        for (String each : patterns) {
            String[] segments = segments(each);
            int same = 0;
            while (same < Math.min(length, segments.length) && segments[same].equals(common[same])) {
                same++;
            }
            length = same;
        }
        List<String> folder = new ArrayList<>();
        String path = String.join("/", List.of(common).subList(0, length));
        if (length > 1) {
            patterns.stream().filter(path::equals).forEach(folder::add);
            folder.add(path + "/*");
        }
        return folder;
    }

    /** Those before the first wildcard. */
    private static String[] segments(String pattern) {
        return pattern.split("(?=/[^/]*[*?])", 2)[0].split("/", -1);
    }

    /** Whether a rule takes so many. */
    static boolean fit(List<String> hosts, List<String> paths) {
        return hosts.size() + paths.size() <= MOST && wildcards(hosts) + wildcards(paths) <= MOST;
    }

    private static long wildcards(List<String> patterns) {
        return String.join("", patterns)
                .chars()
                .filter(each -> each == '*' || each == '?')
                .count();
    }
}
