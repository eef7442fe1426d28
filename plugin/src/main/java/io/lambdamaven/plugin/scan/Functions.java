package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Grant;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts classes into functions, by {@code @LambdaFunction}. */
final class Functions {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final int LEAST_MEMORY = 128;
    private static final int LONGEST_DESCRIPTION = 256;

    private final Faults faults;
    private final SortedMap<String, Draft> drafts = new TreeMap<>();

    Functions(Faults faults) {
        this.faults = faults;
    }

    /** A function that is being gathered. */
    static final class Draft {
        final String name;
        final List<FoundRoute> routes = new ArrayList<>();
        final List<Grant> grants = new ArrayList<>();
        String description = "";

        /** The application that it hosts, if any. */
        Trigger.@Nullable Web web;

        @Nullable
        Integer memory;

        @Nullable
        Integer timeout;

        private Draft(String name) {
            this.name = name;
        }
    }

    /** Sorted by name, the default function first. */
    List<Draft> drafts() {
        return List.copyOf(drafts.values());
    }

    /** The function that a class belongs to. */
    Draft of(ClassFile type) {
        Optional<AnnotationUse> use = type.annotation(RuntimeNames.LAMBDA_FUNCTION);
        if (use.isEmpty()) {
            return drafts.computeIfAbsent("", Draft::new);
        }
        AnnotationUse function = use.get();
        Spot spot = Spot.of(type);
        String name = function.text("name");
        if (!NAME.matcher(name).matches()) {
            faults.add(
                    Problem.LM057,
                    spot,
                    "\"" + name + "\" is no name for a function.",
                    "Set name in @LambdaFunction to 1 to 64 letters, digits, hyphens and underscores, the first a"
                            + " letter or digit.");
        }
        Draft draft = drafts.computeIfAbsent(name, Draft::new);
        draft.memory = merge("memory", draft.memory, number(function, "memory", LEAST_MEMORY, spot), spot);
        draft.timeout = merge("timeout", draft.timeout, number(function, "timeout", 1, spot), spot);
        draft.description = description(function, draft, spot);
        return draft;
    }

    /** AWS raises its maxima now and then, so only the minimum is checked here; the service has the last word. */
    private @Nullable Integer number(AnnotationUse function, String attribute, int least, Spot spot) {
        int value = function.number(attribute, 0);
        if (value == 0) {
            return null;
        }
        if (value < least) {
            faults.add(
                    attribute.equals("memory") ? Problem.LM055 : Problem.LM056,
                    spot,
                    "The " + attribute + " of " + value + " is less than Lambda's minimum of " + least + ".",
                    "Change " + attribute + " in @LambdaFunction, or leave it out for the default or the pom's <"
                            + attribute + ">.");
        }
        return value;
    }

    private String description(AnnotationUse function, Draft draft, Spot spot) {
        String description = function.text("description");
        if (description.length() > LONGEST_DESCRIPTION) {
            faults.add(
                    Problem.LM053,
                    spot,
                    "The description has " + description.length() + " characters, and a function's has at most "
                            + LONGEST_DESCRIPTION + ".",
                    "Shorten description in @LambdaFunction.");
        }
        String merged = merge(
                "description",
                draft.description.isEmpty() ? null : draft.description,
                description.isEmpty() ? null : description,
                spot);
        return merged == null ? "" : merged;
    }

    private <T> @Nullable T merge(String attribute, @Nullable T before, @Nullable T now, Spot spot) {
        if (before != null && now != null && !before.equals(now)) {
            faults.add(
                    Problem.LM058,
                    spot,
                    "Another class of the same function says " + attribute + " " + before + ", and this one says " + now
                            + ".",
                    "Set " + attribute + " in one @LambdaFunction of the function only.");
        }
        return before == null ? now : before;
    }
}
