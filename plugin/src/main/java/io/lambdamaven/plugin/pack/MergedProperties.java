package io.lambdamaven.plugin.pack;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Property files of which each jar has its own part. */
final class MergedProperties extends Merging {
    /** Their values are lists: a key in two jars means both. */
    private static final Set<String> LISTS = Set.of("META-INF/spring.factories", "META-INF/spring/aot.factories");

    private static final Set<String> NAMES = Set.of(
            "META-INF/io.netty.versions.properties",
            "META-INF/spring.handlers",
            "META-INF/spring.schemas",
            "META-INF/spring.tooling");

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final boolean lists;

    private MergedProperties(boolean lists) {
        this.lists = lists;
    }

    static MergedProperties joiningValues() {
        return new MergedProperties(true);
    }

    static MergedProperties firstValueWins() {
        return new MergedProperties(false);
    }

    @Override
    String target(String resource) {
        return (lists ? LISTS : NAMES).contains(resource) ? resource : "";
    }

    @Override
    String merge(String before, String content) throws IOException {
        Properties all = load(before);
        Properties more = load(content);
        for (String key : more.stringPropertyNames()) {
            String value = more.getProperty(key);
            String known = all.getProperty(key);
            if (known == null) {
                all.setProperty(key, value);
            } else if (lists) {
                all.setProperty(key, join(known, value));
            }
        }
        return store(all);
    }

    private static String join(String known, String value) {
        Set<String> values = new LinkedHashSet<>(Arrays.asList(COMMA.split(known.strip())));
        values.addAll(Arrays.asList(COMMA.split(value.strip())));
        values.remove("");
        return String.join(",", values);
    }

    private static Properties load(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }

    /** Sorted and without the date that {@link Properties} writes. */
    private static String store(Properties properties) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            Properties one = new Properties();
            one.setProperty(key, properties.getProperty(key));
            StringWriter line = new StringWriter();
            one.store(line, null);
            line.toString()
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .forEach(l -> text.append(l).append('\n'));
        }
        return text.toString();
    }
}
