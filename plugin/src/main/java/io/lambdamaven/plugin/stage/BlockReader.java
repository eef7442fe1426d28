package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the parts out of one setting that has some; what nobody has taken in the end is reported. */
final class BlockReader {
    private final Block block;
    private final TreeMap<String, String> parts;
    private final Diagnostics faults;

    BlockReader(Block block, Values values, Diagnostics faults) {
        this.block = block;
        this.faults = faults;
        this.parts = new TreeMap<>();
        int skip = block.element().length();
        values.parts(block)
                .forEach((path, text) -> parts.put(path.length() == skip ? "" : path.substring(skip + 1), text));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether there is a part, or a part of it. */
    boolean has(String path) {
        return parts.containsKey(path) || !names(path).isEmpty();
    }

    /** The names right below a path, which is empty for the setting itself; they have no dots in them. */
    SortedSet<String> names(String path) {
        TreeSet<String> names = new TreeSet<>();
        String prefix = path.isEmpty() ? "" : path + ".";
        for (String each : parts.tailMap(prefix).keySet()) {
            if (!each.startsWith(prefix)) {
                break;
            }
            names.add(each.substring(prefix.length()).split("\\.", 2)[0]);
        }
        names.remove("");
        return names;
    }

    /** What stands below a path before one of these endings: keys may have dots in them. */
    SortedSet<String> keys(String path, List<String> endings) {
        TreeSet<String> keys = new TreeSet<>();
        String prefix = path + ".";
        for (String each : parts.keySet()) {
            for (String ending : endings) {
                if (each.startsWith(prefix) && each.endsWith("." + ending)) {
                    int end = each.length() - ending.length() - 1;
                    keys.add(end < prefix.length() ? "" : each.substring(prefix.length(), end));
                }
            }
        }
        return keys;
    }

    @Nullable
    String text(String path) {
        return parts.remove(path);
    }

    /** A text of a certain form; what is not is reported and taken for unset. */
    @Nullable
    String text(String path, Pattern form, String complaint, String offered) {
        String text = parts.remove(path);
        if (text == null || form.matcher(text).matches()) {
            return text;
        }
        fault(Problem.LM203, path, "'" + text + "' " + complaint, set(path) + " to " + offered + ".");
        return null;
    }

    List<String> list(String path, Pattern form, String complaint, String offered) {
        String text = parts.remove(path);
        List<String> list = new ArrayList<>();
        if (text != null) {
            for (String part : text.split(",", -1)) {
                String each = part.strip();
                if (form.matcher(each).matches()) {
                    list.add(each);
                } else if (!each.isEmpty()) {
                    fault(Problem.LM203, path, "'" + each + "' " + complaint, set(path) + " to " + offered + ".");
                }
            }
        }
        return list;
    }

    @Nullable
    Integer number(String path, int least, int most, String unit) {
        Double number = decimal(path, least, most, unit);
        if (number != null && number != Math.rint(number)) {
            fault(Problem.LM202, path, "'" + number + "' is not a whole number.", set(path) + " to a whole number.");
            return null;
        }
        return number == null ? null : number.intValue();
    }

    @Nullable
    Double decimal(String path, int least, int most, String unit) {
        String text = parts.remove(path);
        if (text == null) {
            return null;
        }
        if (text.matches("-?[0-9]{1,9}(\\.[0-9]{1,6})?")) {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        fault(
                Problem.LM202,
                path,
                "'" + text + "' is not a number of " + unit + " from " + least + " to " + most + ".",
                set(path) + " to a number in that range.");
        return null;
    }

    @Nullable
    Boolean flag(String path) {
        String text = parts.remove(path);
        if (text == null) {
            return null;
        }
        switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "on" -> {
                return true;
            }
            case "false", "off" -> {
                return false;
            }
            default -> {
                fault(
                        Problem.LM203,
                        path,
                        "'" + text + "' is neither true nor false.",
                        set(path) + " to true or false.");
                return null;
            }
        }
    }

    /** Reports what is left: nobody knows it. */
    void end(String known) {
        for (String path : parts.keySet()) {
            fault(
                    Problem.LM254,
                    path,
                    "There is no such part of <" + block.element() + ">.",
                    "Known are " + known + ".");
        }
    }

    void fault(Problem problem, String path, String summary, String remedy) {
        faults.add(problem, Place.of(element(path)), summary, remedy);
    }

    /** {@code Set <cors><maxAge> or -Dlambda.cors.maxAge}. */
    String set(String path) {
        return "Set " + element(path) + " or -Dlambda." + block.element() + (path.isEmpty() ? "" : "." + path);
    }

    /** A route's key is no element's name. */
    private String element(String path) {
        String root = "<" + block.element() + ">";
        if (path.startsWith(Block.ROUTES + ".")) {
            return root + "<" + Block.ROUTES + "> " + path.substring(Block.ROUTES.length() + 1);
        }
        return path.isEmpty() ? root : root + "<" + path.replace(".", "><") + ">";
    }
}
