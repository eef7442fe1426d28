package io.lambdamaven.plugin.corpus;

import java.util.List;

/**
 * How a user would handle an event, once in each form.
 *
 * @param group the method's name
 * @param triggers the annotations of the method, naming what the event names
 * @param aws simple name of AWS's class; empty if there is none
 * @param raw type of the whole event
 * @param own {@code record} for one made from the payloads, a type, or empty if there is no payload proper
 * @param answers what the methods return in each form
 * @param payloads what the own type is to hold, call by call
 */
record Handling(
        String group,
        List<String> triggers,
        String aws,
        String raw,
        String own,
        Answers answers,
        List<String> payloads) {
    static final String MAP = "java.util.Map<String, Object>";

    /** {@code type|expression}, or nothing for a method that returns nothing. */
    record Answers(String aws, String raw, String own) {
        static final Answers NONE = new Answers("", "", "");

        static Answers all(String answer) {
            return new Answers(answer, answer, answer);
        }
    }

    /** One form of a method. */
    enum Form {
        AWS,
        RAW,
        OWN
    }

    static Handling of(String group, List<String> triggers) {
        return new Handling(group, triggers, "", MAP, "", Answers.NONE, List.of());
    }

    Handling aws(String name) {
        return new Handling(group, triggers, name, raw, own, answers, payloads);
    }

    Handling raw(String type) {
        return new Handling(group, triggers, aws, type, own, answers, payloads);
    }

    /** A record if what it is to hold are objects, else a string. */
    Handling own(List<String> texts) {
        boolean objects = !texts.isEmpty() && texts.stream().allMatch(Fields::isObject);
        return own(objects ? "record" : texts.isEmpty() ? "" : "String", texts);
    }

    /** A record if what it is to hold are objects; else there is no such form. */
    Handling ownRecord(List<String> texts) {
        Handling any = own(texts);
        return any.own.equals("String") ? any.own("", List.of()) : any;
    }

    Handling own(String type, List<String> texts) {
        return new Handling(group, triggers, aws, raw, type, answers, texts);
    }

    Handling answers(Answers other) {
        return new Handling(group, triggers, aws, raw, own, other, payloads);
    }

    /** Whether the sample names nothing where a trigger must. */
    boolean isNameless() {
        return triggers.stream().anyMatch(trigger -> trigger.contains(Names.UNNAMED));
    }

    boolean has(Form form) {
        return switch (form) {
            case AWS -> !aws.isEmpty();
            case RAW -> true;
            case OWN -> !own.isEmpty();
        };
    }
}
