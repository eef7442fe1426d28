package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.model.Value;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a trigger's annotation.
 *
 * @param defaultValue what counts when it is left out; null where it must be given
 * @param enumType simple name of the enum of a choice, empty for everything else
 * @param choices the enum's constants, or the words that a text may be; empty for any
 * @param open whether it may hold <code>${placeholders}</code>
 */
public record Attribute(
        String name,
        Type type,
        @Nullable Value defaultValue,
        Role role,
        Check check,
        String enumType,
        List<String> choices,
        boolean open) {
    public Attribute {
        choices = List.copyOf(choices);
    }

    /** Its type in the annotation. */
    public enum Type {
        TEXT,
        TEXTS,
        NUMBER,
        FLAG,
        CHOICE,
        CHOICES
    }

    /** What it is for. */
    public enum Role {
        /** Part of what tells one trigger from another. */
        IDENTITY,
        /** Changes what the runtime does. */
        BEHAVIOUR,
        /** Concerns whoever wires the trigger, and nobody else. */
        TUNING
    }

    /** Whether the build fails without it. */
    public boolean required() {
        return defaultValue == null;
    }

    static Attribute text(String name) {
        return new Attribute(
                name, Type.TEXT, new Value.Text(""), Role.TUNING, new Check.Anything(), "", List.of(), false);
    }

    static Attribute texts(String name, String... defaults) {
        return new Attribute(
                name,
                Type.TEXTS,
                new Value.Texts(List.of(defaults)),
                Role.TUNING,
                new Check.Anything(),
                "",
                List.of(),
                false);
    }

    static Attribute flag(String name, boolean otherwise) {
        return new Attribute(
                name, Type.FLAG, new Value.Flag(otherwise), Role.TUNING, new Check.Anything(), "", List.of(), false);
    }

    static Attribute number(String name, int otherwise, int least, int most, String unit) {
        Integer unset = otherwise < least ? Integer.valueOf(otherwise) : null;
        return new Attribute(
                name,
                Type.NUMBER,
                new Value.Whole(otherwise),
                Role.TUNING,
                new Check.Range(least, most, unset, unit),
                "",
                List.of(),
                false);
    }

    /** The first constant is the default. */
    static Attribute choice(String name, String enumType, String... constants) {
        return new Attribute(
                name,
                Type.CHOICE,
                new Value.Text(constants[0]),
                Role.TUNING,
                new Check.Anything(),
                enumType,
                List.of(constants),
                false);
    }

    /** Must be given. */
    static Attribute choices(String name, String enumType, String... constants) {
        return new Attribute(
                name, Type.CHOICES, null, Role.TUNING, new Check.Anything(), enumType, List.of(constants), false);
    }

    Attribute otherwise(String text) {
        return new Attribute(name, type, new Value.Text(text), role, check, enumType, choices, open);
    }

    Attribute mandatory() {
        return new Attribute(name, type, null, role, check, enumType, choices, open);
    }

    Attribute identity() {
        return new Attribute(name, type, defaultValue, Role.IDENTITY, check, enumType, choices, open);
    }

    Attribute behaviour() {
        return new Attribute(name, type, defaultValue, Role.BEHAVIOUR, check, enumType, choices, open);
    }

    Attribute placeholders() {
        return new Attribute(name, type, defaultValue, role, check, enumType, choices, true);
    }

    Attribute oneOf(String... words) {
        return new Attribute(name, type, defaultValue, role, check, enumType, List.of(words), open);
    }

    Attribute check(Check other) {
        return new Attribute(name, type, defaultValue, role, other, enumType, choices, open);
    }

    /** Text of a form, where an ARN is no choice. */
    Attribute form(String what, String pattern, String form) {
        return check(new Check.Form(what, Pattern.compile(pattern), form, "", Pattern.compile("")));
    }

    /** A name or ARN, or a placeholder. */
    Attribute resource(String what, String pattern, String form, String service, String arnRest) {
        return check(new Check.Form(what, Pattern.compile(pattern), form, service, Pattern.compile(arnRest)))
                .placeholders();
    }
}
