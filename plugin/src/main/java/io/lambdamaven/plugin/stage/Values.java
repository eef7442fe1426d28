package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.catalog.ScheduleExpressions;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings that count for one function, or for the stage; typed access that reports what is wrong. */
final class Values {
    /** What says that a weaker place's value is not wanted here. */
    static final String NONE = "none";

    private static final Pattern FLAG = Pattern.compile("true|false", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OFF = Set.of("", "none", "off");

    private final List<RawSettings> layers;
    private final Diagnostics faults;
    private final Map<Setting, String> usual = new EnumMap<>(Setting.class);
    private final Map<Setting, String> forms = new EnumMap<>(Setting.class);

    /** @param layers weakest first */
    Values(List<RawSettings> layers, Diagnostics faults) {
        this.layers = List.copyOf(layers);
        this.faults = faults;
    }

    private record Found(String text, String origin) {}

    private @Nullable Found find(Setting setting) {
        Found found = null;
        for (RawSettings layer : layers) {
            String text = layer.values().get(setting);
            if (text != null) {
                found = new Found(text, layer.origin());
            }
        }
        return found;
    }

    @Nullable
    String text(Setting setting) {
        Found found = find(setting);
        return found == null ? null : found.text();
    }

    String text(Setting setting, String otherwise) {
        Found found = find(setting);
        return found == null ? usual(setting, otherwise) : found.text();
    }

    /** What counts where nothing is set. */
    <T> T usual(Setting setting, T otherwise) {
        usual.put(setting, written(otherwise));
        return otherwise;
    }

    /** What a setting may be, for people; what is said first counts. */
    void form(Setting setting, String form) {
        // Remedies say what to set it to.
        forms.putIfAbsent(setting, form.replace("or to none", "or none"));
    }

    /** The same of a number. */
    void form(Setting setting, int least, int most, String unit) {
        form(
                setting,
                "a number of " + unit + (most == Integer.MAX_VALUE ? " from " + least : ", " + least + " to " + most));
    }

    /** The same of a word. */
    <E extends Enum<E>> void form(Setting setting, Class<E> words) {
        form(setting, "one of " + offered(words));
    }

    /** What counts, as it is written in a pom, and where it was said. */
    EffectiveSettings.Entry effective(Setting setting) {
        Found found = find(setting);
        String form = forms.getOrDefault(setting, "a text");
        return found == null
                ? new EffectiveSettings.Entry(setting.element(), usual.get(setting), EffectiveSettings.DEFAULT, form)
                : new EffectiveSettings.Entry(setting.element(), found.text(), found.origin(), form);
    }

    /** The same for settings that users name, such as variables. */
    List<EffectiveSettings.Entry> effective(String element, Function<RawSettings, SortedMap<String, String>> part) {
        Map<String, EffectiveSettings.Entry> entries = new TreeMap<>();
        for (RawSettings layer : layers) {
            part.apply(layer)
                    .forEach((name, value) -> entries.put(
                            name, new EffectiveSettings.Entry(element + "." + name, value, layer.origin(), "a text")));
        }
        return List.copyOf(entries.values());
    }

    /** A whole number in a range. */
    int number(Setting setting, int least, int most, String unit, int otherwise) {
        form(setting, least, most, unit);
        Found found = find(setting);
        if (found == null) {
            return usual(setting, otherwise);
        }
        try {
            int number = Integer.parseInt(found.text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        fault(
                Problem.LM202,
                setting,
                found,
                "'" + found.text() + "' is not a whole number of " + unit + " from " + least + " to " + most + ".",
                "a number in that range");
        return otherwise;
    }

    /** One of a few words, in any case. */
    <E extends Enum<E>> E word(Setting setting, Class<E> words, E otherwise) {
        form(setting, words);
        Found found = find(setting);
        if (found == null) {
            return usual(setting, otherwise);
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().equalsIgnoreCase(found.text())) {
                return word;
            }
        }
        fault(Problem.LM203, setting, found, "'" + found.text() + "' is not offered.", "one of " + offered(words));
        return otherwise;
    }

    private static <E extends Enum<E>> String offered(Class<E> words) {
        return Stream.of(words.getEnumConstants()).map(Values::written).collect(Collectors.joining(", "));
    }

    private static String written(Object value) {
        return value instanceof Enum<?> word && !(word instanceof UrlAuth)
                ? word.name().toLowerCase(Locale.ROOT)
                : value.toString();
    }

    /** {@code true} or {@code false}; false if nothing is set. */
    boolean flag(Setting setting) {
        return flag(setting, false);
    }

    boolean flag(Setting setting, boolean otherwise) {
        form(setting, "true or false");
        if (find(setting) == null) {
            return usual(setting, otherwise);
        }
        String text = text(setting, FLAG, Problem.LM203, "is neither true nor false.", "true or false");
        return text == null ? otherwise : text.equalsIgnoreCase("true");
    }

    /** A text of a certain form; what is not is reported and taken for unset. */
    @Nullable
    String text(Setting setting, Pattern form, Problem problem, String summary, String remedy) {
        form(setting, remedy);
        Found found = find(setting);
        if (found == null || form.matcher(found.text()).matches()) {
            return found == null ? null : found.text();
        }
        fault(problem, setting, found, "'" + found.text() + "' " + summary, remedy);
        return null;
    }

    /** Texts of a certain form, joined by commas; what is not is reported and left out. */
    List<String> list(Setting setting, Pattern form, Problem problem, String summary, String remedy) {
        form(setting, remedy);
        Found found = find(setting);
        if (found == null || found.text().equalsIgnoreCase(NONE)) {
            return List.of();
        }
        List<String> list = new ArrayList<>();
        for (String part : found.text().split(",", -1)) {
            String text = part.strip();
            if (form.matcher(text).matches()) {
                list.add(text);
            } else if (!text.isEmpty()) {
                fault(problem, setting, found, "'" + text + "' " + summary, remedy);
            }
        }
        return list;
    }

    /** A schedule as rules of EventBridge take it; null if none is set, or it is switched off. */
    @Nullable
    String schedule(Setting setting) {
        form(setting, "a schedule such as rate(5 minutes), or none");
        Found found = find(setting);
        if (found == null || OFF.contains(found.text().toLowerCase(Locale.ROOT))) {
            return null;
        }
        Optional<ScheduleExpressions.Fault> wrong = new ScheduleExpressions().check(found.text());
        wrong.ifPresent(fault -> fault(
                fault.cron() ? Problem.LM031 : Problem.LM030,
                setting,
                found,
                "'" + found.text() + "' " + fault.complaint() + ".",
                fault.advice() + ", or to none"));
        return wrong.isPresent() ? null : found.text();
    }

    SortedMap<String, String> merged(Function<RawSettings, SortedMap<String, String>> part) {
        BinaryOperator<SortedMap<String, String>> over = (weak, strong) -> {
            TreeMap<String, String> both = new TreeMap<>(weak);
            both.putAll(strong);
            return both;
        };
        return layers.stream().map(part).reduce(new TreeMap<>(), over);
    }

    /** The parts of a setting that has some, by their paths below it; {@code none} takes back what weaker places say. */
    SortedMap<String, String> parts(Block block) {
        TreeMap<String, String> parts = new TreeMap<>();
        String root = block.element();
        for (RawSettings layer : layers) {
            layer.parts().forEach((path, text) -> {
                if (!path.equals(root) && !path.startsWith(root + ".")) {
                    return;
                }
                if (text.equalsIgnoreCase(NONE) && !block.knowsNone(path)) {
                    parts.keySet().removeIf(other -> other.equals(path) || other.startsWith(path + "."));
                } else {
                    parts.put(path, text);
                }
            });
        }
        return parts;
    }

    private void fault(Problem problem, Setting setting, Found found, String summary, String remedy) {
        faults.add(
                problem,
                Place.of("<" + setting.element() + "> in " + found.origin()),
                summary,
                "Set " + setting.inPomAndCommandLine() + " to " + remedy + ".");
    }
}
