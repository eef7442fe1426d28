package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.model.RuntimeNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a method of a trigger may take, besides {@code Context}, {@code Invocation} and the raw forms.
 *
 * @param records whether an event holds several records, which a method may take one at a time or as a list
 * @param apiTypes binary names of the runtime's types for a record, or for an event that is not made of records
 * @param text what a string stands for
 * @param own what a record or class of the project is made of
 * @param awsClasses binary names of AWS's classes for the event
 * @param window whether there is a time window with a state, so that records come as a list only
 */
public record Forms(
        boolean records, List<String> apiTypes, Part text, Part own, List<String> awsClasses, boolean window) {
    /** What every method may take. */
    public static final String INVOCATION = RuntimeNames.API + "Invocation";

    /** The bounds of a time window. */
    public static final String WINDOW = RuntimeNames.API + "Window";

    /** What is carried from call to call of a time window. */
    public static final String WINDOW_STATE = RuntimeNames.API + "WindowState";

    public Forms {
        apiTypes = List.copyOf(apiTypes);
        awsClasses = List.copyOf(awsClasses);
    }

    /** A part of an event. */
    public enum Part {
        /** A record's payload proper. */
        RECORD,
        /** The payload proper of an event. */
        PAYLOAD,
        /** The event as it came. */
        EVENT,
        /** There is nothing to give. */
        NOTHING
    }

    /** Records, whose payload proper is given to strings and to own types. */
    static Forms ofRecords(String... apiTypes) {
        return new Forms(true, inApi(apiTypes), Part.RECORD, Part.RECORD, List.of(), false);
    }

    /** An event with one payload proper; a string is the event. */
    static Forms ofEvent(String... apiTypes) {
        return new Forms(false, inApi(apiTypes), Part.EVENT, Part.PAYLOAD, List.of(), false);
    }

    Forms text(Part part) {
        return new Forms(records, apiTypes, part, own, awsClasses, window);
    }

    Forms own(Part part) {
        return new Forms(records, apiTypes, text, part, awsClasses, window);
    }

    Forms aws(String... simpleNames) {
        List<String> names =
                Arrays.stream(simpleNames).map(RuntimeNames.AWS_EVENTS::concat).toList();
        return new Forms(records, apiTypes, text, own, names, window);
    }

    Forms also(String... more) {
        List<String> types = new ArrayList<>(apiTypes);
        types.addAll(inApi(more));
        return new Forms(records, types, text, own, awsClasses, window);
    }

    Forms window(boolean windowed) {
        return new Forms(records, apiTypes, text, own, awsClasses, windowed);
    }

    /** For messages: what a parameter may be. */
    public String choices() {
        List<String> each = new ArrayList<>();
        apiTypes.forEach(type -> each.add(simple(type)));
        List<String> whole = new ArrayList<>();
        (text == Part.RECORD ? each : whole).addAll(text == Part.NOTHING ? List.of() : List.of("String"));
        (own == Part.RECORD ? each : whole)
                .addAll(own == Part.NOTHING ? List.of() : List.of("a record or class of your own"));
        awsClasses.forEach(type -> whole.add(simple(type)));
        whole.addAll(List.of("InputStream", "byte[]", "JsonNode", "Map<String, Object>"));
        if (!records) {
            each.addAll(whole);
            return "Context, Invocation and one of " + or(each);
        }
        List<String> lists = new ArrayList<>();
        each.forEach(type -> lists.add(type.startsWith("a record") ? "a List of your own type" : "List<" + type + ">"));
        lists.addAll(whole);
        return window
                ? "Context, Invocation, Window, WindowState<T> and one of " + or(lists)
                : "Context, Invocation and, for one record at a time, one of " + or(each)
                        + " or, for the whole batch, one of " + or(lists);
    }

    static String or(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
    }

    static String simple(String binaryName) {
        return binaryName.substring(binaryName.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static List<String> inApi(String... simpleNames) {
        return Arrays.stream(simpleNames).map(RuntimeNames.API::concat).toList();
    }
}
