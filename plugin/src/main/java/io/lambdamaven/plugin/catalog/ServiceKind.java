package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Everything that the plugin knows of one kind of trigger. */
public final class ServiceKind {
    private final String word;
    private final String annotation;
    private final List<Attribute> attributes;
    private String events = "Events of";
    private String wiring = "";
    private Predicate<Trigger.Service> wired = trigger -> false;
    private Function<Trigger.Service, List<Row>> rows = trigger -> List.of();
    private Function<Trigger.Service, Forms> forms = trigger -> Forms.ofEvent();
    private BiFunction<Trigger.Service, Granularity, Results> results = (trigger, takes) -> Results.ANYTHING;
    private Function<Trigger.Service, List<Clash>> clashes = trigger -> List.of();

    private ServiceKind(String word, String annotation, Attribute... attributes) {
        this.word = word;
        this.annotation = annotation;
        this.attributes = List.of(attributes);
    }

    static ServiceKind of(String word, String annotation, Attribute... attributes) {
        return new ServiceKind(word, annotation, attributes);
    }

    /** What comes before the resource in a comment: {@code Messages of}. */
    ServiceKind events(String words) {
        events = words;
        return this;
    }

    ServiceKind rows(Function<Trigger.Service, List<Row>> table) {
        rows = table;
        return this;
    }

    /** One row: an event kind and the attributes that are its keys. */
    ServiceKind row(String eventKind, String... keys) {
        return rows(trigger ->
                List.of(Row.of(eventKind, Arrays.stream(keys).map(trigger::text).toArray(String[]::new))));
    }

    ServiceKind gives(Forms same) {
        return gives(trigger -> same);
    }

    ServiceKind gives(Function<Trigger.Service, Forms> parameters) {
        forms = parameters;
        return this;
    }

    ServiceKind answers(Results same) {
        return answers((trigger, takes) -> same);
    }

    ServiceKind answers(Results each, Results whole) {
        return answers((trigger, takes) -> takes == Granularity.EACH ? each : whole);
    }

    ServiceKind answers(BiFunction<Trigger.Service, Granularity, Results> allowed) {
        results = allowed;
        return this;
    }

    /** What to tell who has to wire it by hand; <code>{alias}</code> stands for what to call. */
    ServiceKind wiring(String remedy) {
        wiring = remedy;
        return this;
    }

    /** Triggers that need no such remedy. */
    ServiceKind wiredWhere(Predicate<Trigger.Service> condition) {
        wired = condition;
        return this;
    }

    /** Values that do not go together. */
    ServiceKind clashes(Function<Trigger.Service, List<Clash>> found) {
        clashes = found;
        return this;
    }

    /** The word in the manifest, in lists and for {@code -Dlambda.event}. */
    public String word() {
        return word;
    }

    /** Binary name of the annotation. */
    public String annotation() {
        return RuntimeNames.ANNOTATION + annotation;
    }

    /** Binary name of the annotation that holds repeated ones, if the trigger may be repeated. */
    public String container() {
        return annotation() + "s";
    }

    /** How users write it: {@code @SnsTrigger}. */
    public String display() {
        return "@" + annotation;
    }

    /** In the order of the annotation. */
    public List<Attribute> attributes() {
        return attributes;
    }

    public Optional<Attribute> attribute(String name) {
        return attributes.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The rows of the route table, never none. */
    public List<Row> rows(Trigger.Service trigger) {
        return rows.apply(trigger);
    }

    public Forms forms(Trigger.Service trigger) {
        return forms.apply(trigger);
    }

    public Results results(Trigger.Service trigger, Granularity takes) {
        return results.apply(trigger, takes);
    }

    public List<Clash> clashes(Trigger.Service trigger) {
        return clashes.apply(trigger);
    }

    public String wiring() {
        return wiring;
    }

    /** What somebody has to do for this trigger; empty for nothing. */
    public String wiring(Trigger.Service trigger) {
        return wired.test(trigger) ? "" : wiring;
    }

    /** A line for a comment: {@code Messages of orders}. */
    public String describe(Trigger.Service trigger) {
        return events + " " + where(trigger);
    }

    /** What the trigger's events are known by, for lists. */
    public String where(Trigger.Service trigger) {
        List<String> parts = new ArrayList<>(identity(trigger));
        parts.removeIf(String::isEmpty);
        return parts.isEmpty() ? "any" : String.join(" ", parts);
    }

    /** The values that tell this trigger from others of its kind, in the annotation's order. */
    public List<String> identity(Trigger.Service trigger) {
        return attributes.stream()
                .filter(attribute -> attribute.role() == Attribute.Role.IDENTITY)
                .map(attribute -> plain(trigger, attribute))
                .toList();
    }

    private static String plain(Trigger.Service trigger, Attribute attribute) {
        return switch (attribute.type()) {
            case TEXT, CHOICE -> trigger.text(attribute.name());
            case TEXTS, CHOICES -> String.join(", ", trigger.texts(attribute.name()));
            case NUMBER -> String.valueOf(trigger.number(attribute.name()));
            case FLAG -> String.valueOf(trigger.flag(attribute.name()));
        };
    }

    /** Whether the trigger is wired and left switched off. */
    public boolean disabled(Trigger.Service trigger) {
        return attribute("enabled").isPresent() && !trigger.flag("enabled");
    }

    /** A trigger that says this much and leaves the rest to the defaults. */
    public Trigger.Service trigger(Map<String, Value> said) {
        Map<String, Value> values = new TreeMap<>();
        for (Attribute attribute : attributes) {
            values.put(attribute.name(), said.getOrDefault(attribute.name(), otherwise(attribute)));
        }
        return new Trigger.Service(word, new TreeMap<>(values));
    }

    /** What is missing is reported; until then it is empty. */
    private static Value otherwise(Attribute attribute) {
        Value value = attribute.defaultValue();
        if (value != null) {
            return value;
        }
        return switch (attribute.type()) {
            case TEXT, CHOICE -> new Value.Text("");
            case TEXTS, CHOICES -> new Value.Texts(List.of());
            case NUMBER -> new Value.Whole(0);
            case FLAG -> new Value.Flag(false);
        };
    }
}
