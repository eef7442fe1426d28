package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Block;
import io.lambdamaven.plugin.stage.Layers.StageEntry;
import io.lambdamaven.plugin.stage.RawSettings;
import io.lambdamaven.plugin.stage.Setting;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** Reads {@code <stages>} and {@code <functions>}, whose elements are named by the user. */
final class PomSettings {
    static final String STAGES = "stages";
    private static final String EXTENDS = "extends";
    private static final String ENVIRONMENT = "environment";
    private static final String PLACEHOLDERS = "placeholders";
    private static final String TAGS = "tags";
    private static final String ENDPOINTS = "endpoints";
    private static final String FUNCTIONS = "functions";

    private PomSettings() {}

    /** {@code <stages><prod>...</prod></stages>}. */
    static Map<String, StageEntry> stages(@Nullable PlexusConfiguration stages) {
        Map<String, StageEntry> found = new TreeMap<>();
        for (PlexusConfiguration stage : children(stages)) {
            String origin = "<stages><" + stage.getName() + ">";
            PlexusConfiguration parent = stage.getChild(EXTENDS, false);
            found.put(
                    stage.getName(),
                    new StageEntry(parent == null ? null : text(parent), settings(stage, origin, true)));
        }
        return found;
    }

    /** {@code <functions><billing>...</billing></functions>}, into the settings they belong to. */
    static void functions(@Nullable PlexusConfiguration functions, String origin, RawSettings.Builder into) {
        for (PlexusConfiguration function : children(functions)) {
            into.function(
                    function.getName(), settings(function, origin + "<functions><" + function.getName() + ">", false));
        }
    }

    /** The {@code <configuration>} of a file: what a pom's would say, but for its stages. */
    static RawSettings configuration(PlexusConfiguration configuration, String origin) {
        PlexusConfiguration plain = new DefaultPlexusConfiguration(configuration.getName());
        for (PlexusConfiguration child : configuration.getChildren()) {
            if (!child.getName().equals(STAGES)) {
                plain.addChild(child);
            }
        }
        return settings(plain, origin, false);
    }

    private static RawSettings settings(PlexusConfiguration element, String origin, boolean stage) {
        RawSettings.Builder settings = RawSettings.from(origin.strip());
        for (PlexusConfiguration child : children(element)) {
            switch (child.getName()) {
                case ENVIRONMENT -> settings.environment(map(child));
                case PLACEHOLDERS -> settings.placeholders(map(child));
                case TAGS -> settings.tags(map(child));
                case ENDPOINTS -> settings.endpoints(map(child));
                case FUNCTIONS -> functions(child, origin, settings);
                case EXTENDS -> {
                    if (!stage) {
                        throw unknown(child, origin);
                    }
                }
                default -> {
                    if (Block.named(child.getName()) != null) {
                        block(child, settings);
                    } else {
                        settings.set(setting(child, origin), text(child));
                    }
                }
            }
        }
        return settings.build();
    }

    /** A setting with parts, such as {@code <cors><maxAge>...}; nothing where it is not there. */
    static void block(@Nullable PlexusConfiguration block, RawSettings.Builder into) {
        if (block != null) {
            flatten(block, block.getName(), into);
        }
    }

    private static void flatten(PlexusConfiguration element, String path, RawSettings.Builder into) {
        PlexusConfiguration[] parts = element.getChildren();
        if (parts.length == 0) {
            into.part(path, text(element));
        } else if (Block.isList(element.getName())) {
            into.part(path, Arrays.stream(parts).map(PomSettings::text).collect(Collectors.joining(",")));
        } else {
            for (PlexusConfiguration part : parts) {
                if (element.getName().equals(Block.ROUTES)) {
                    route(part, path, into);
                } else {
                    flatten(part, path + "." + part.getName(), into);
                }
            }
        }
    }

    /** {@code <route><key>GET /orders</key>...</route>}: the key takes the place of a name. */
    private static void route(PlexusConfiguration route, String path, RawSettings.Builder into) {
        PlexusConfiguration key = route.getChild(Block.KEY, false);
        String name = path + "." + (key == null ? "" : text(key));
        for (PlexusConfiguration part : route.getChildren()) {
            if (!part.getName().equals(Block.KEY)) {
                flatten(part, name + "." + part.getName(), into);
            }
        }
    }

    private static Setting setting(PlexusConfiguration child, String origin) {
        for (Setting setting : Setting.values()) {
            if (setting.element().equals(child.getName())) {
                return setting;
            }
        }
        throw unknown(child, origin);
    }

    private static UserFault unknown(PlexusConfiguration child, String origin) {
        String known = Stream.concat(
                        Arrays.stream(Setting.values()).map(Setting::element),
                        Arrays.stream(Block.values()).map(Block::element))
                .sorted()
                .collect(Collectors.joining(", "));
        return new UserFault(
                Problem.LM501,
                Place.of(origin + "<" + child.getName() + ">"),
                "There is no such setting.",
                "Write one of " + known + ", " + ENVIRONMENT + ", " + PLACEHOLDERS + ", " + TAGS + ", " + ENDPOINTS
                        + ".");
    }

    private static Map<String, String> map(PlexusConfiguration element) {
        Map<String, String> entries = new TreeMap<>();
        for (PlexusConfiguration entry : element.getChildren()) {
            entries.put(entry.getName(), text(entry));
        }
        return entries;
    }

    private static PlexusConfiguration[] children(@Nullable PlexusConfiguration element) {
        return element == null ? new PlexusConfiguration[0] : element.getChildren();
    }

    /** Maven gives null for an empty element. */
    private static String text(PlexusConfiguration element) {
        @Nullable String value = element.getValue(null);
        return value == null ? "" : value.strip();
    }
}
