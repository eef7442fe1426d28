package io.lambdamaven.plugin.pack;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Licences and notices: every different text once. Shade's own transformers drop the licences and write the current
 * year and a foreign copyright into the notice.
 */
final class MergedLegalTexts extends Merging {
    private static final Set<String> ENDINGS = Set.of("", ".txt", ".md");
    private static final String RULE = "\n" + "-".repeat(72) + "\n\n";

    @Override
    String target(String resource) {
        String name = resource.startsWith("META-INF/") ? resource.substring("META-INF/".length()) : resource;
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        if (!ENDINGS.contains(dot < 0 ? "" : lower.substring(dot))) {
            return "";
        }
        return switch (dot < 0 ? lower : lower.substring(0, dot)) {
            // With an ending: some jars have a folder META-INF/license, and not every file system knows upper case.
            case "license", "licence" -> "META-INF/LICENSE.txt";
            case "notice" -> "META-INF/NOTICE.txt";
            default -> "";
        };
    }

    @Override
    String merge(String before, String content) {
        Set<String> texts = new TreeSet<>();
        for (String text : (before + RULE + content).split(Pattern.quote(RULE), -1)) {
            if (!text.isBlank()) {
                texts.add(text.strip() + "\n");
            }
        }
        return String.join(RULE, texts);
    }
}
