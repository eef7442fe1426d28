package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.catalog.Attribute;
import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.ServiceKind;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the triggers of one function need to be wired: collected by the wirings, one after the other. */
final class Wires {
    private static final String INVOKE = "lambda:InvokeFunction";

    private final String functionName;
    private final String logGroup;
    private final Arns arns;
    private final Whereabouts where;
    private final Map<String, String> tags;
    private final Placeholders placeholders;
    private final boolean onAws;
    private final Diagnostics faults;
    private final List<Resource> resources = new ArrayList<>();
    private final List<Allowance> allowances = new ArrayList<>();

    /** What Lambda does in the role's name, such as reading a queue. */
    record Allowance(List<String> actions, List<String> resources) {}

    Wires(
            String functionName,
            String logGroup,
            Arns arns,
            Whereabouts where,
            Map<String, String> tags,
            Placeholders placeholders,
            boolean onAws,
            Diagnostics faults) {
        this.functionName = functionName;
        this.logGroup = logGroup;
        this.arns = arns;
        this.where = where;
        this.tags = tags;
        this.placeholders = placeholders;
        this.onAws = onAws;
        this.faults = faults;
    }

    String functionName() {
        return functionName;
    }

    /** The log group that the function writes to. */
    String logGroup() {
        return logGroup;
    }

    Arns arns() {
        return arns;
    }

    Whereabouts where() {
        return where;
    }

    /** Whether something will poll and call; the local Lambda only needs to know the routes. */
    boolean onAws() {
        return onAws;
    }

    Map<String, String> tags() {
        return tags;
    }

    List<Resource> resources() {
        return List.copyOf(resources);
    }

    List<Allowance> allowances() {
        return List.copyOf(allowances);
    }

    void add(Resource resource) {
        resources.add(resource);
    }

    /** Adds it, in the place of what goes by the same id. */
    void put(Resource resource) {
        resources.removeIf(each -> each.id().equals(resource.id()));
        resources.add(resource);
    }

    /** Adds to the function's role. */
    void allow(List<String> actions, List<String> resourceArns) {
        allowances.add(new Allowance(actions, resourceArns));
    }

    /** The alias that a trigger calls. */
    static String alias(Trigger trigger) {
        return Catalog.isRaw(trigger) ? DerivedNames.RAW : DerivedNames.LIVE;
    }

    /**
     * Lets a service call the alias, on behalf of this account only.
     *
     * @param after what has to be there first besides the alias
     */
    ResourceId permit(
            String alias, String statement, String principal, @Nullable String sourceArn, ResourceId... after) {
        Permission permission = new Permission(
                functionName,
                alias,
                statement,
                INVOKE,
                principal,
                sourceArn,
                where.account(),
                null,
                null,
                List.of(after));
        resources.add(permission);
        return permission.id();
    }

    /** Lets an Alexa skill call the alias, which knows no accounts and shows a token instead. */
    void permitSkill(String alias, String statement, String principal, String skill) {
        resources.add(new Permission(
                functionName, alias, statement, INVOKE, principal, null, null, skill, null, null, List.of()));
    }

    /** A text that the runtime has to know as well; null where a placeholder has no value, which is reported. */
    @Nullable
    String runtimeText(Route route, Trigger.Service trigger, String attribute) {
        return placeholders.resolveForRuntime(trigger.text(attribute), place(route, trigger, attribute));
    }

    /** A text that only the deployer has to know; null where a placeholder has no value, which is reported. */
    @Nullable
    String text(Route route, Trigger.Service trigger, String attribute) {
        return placeholders.resolve(
                trigger.text(attribute), place(route, trigger, attribute), UnaryOperator.identity());
    }

    /** One of several texts that only the deployer has to know; null where a placeholder has no value. */
    @Nullable
    String text(String written, Place place) {
        return placeholders.resolve(written, place, UnaryOperator.identity());
    }

    /** Every placeholder of the trigger, those of its identity for the runtime too. */
    void resolveAll(Route route, Trigger.Service trigger) {
        for (Attribute attribute : Catalog.of(trigger).attributes()) {
            if (attribute.open()) {
                Place place = place(route, trigger, attribute.name());
                for (String text : texts(trigger, attribute)) {
                    if (attribute.role() == Attribute.Role.IDENTITY) {
                        placeholders.resolveForRuntime(text, place);
                    } else {
                        placeholders.resolve(text, place, UnaryOperator.identity());
                    }
                }
            }
        }
    }

    private static List<String> texts(Trigger.Service trigger, Attribute attribute) {
        return attribute.type() == Attribute.Type.TEXTS
                ? trigger.texts(attribute.name())
                : List.of(trigger.text(attribute.name()));
    }

    static Place place(Route route, Trigger.Service trigger, String attribute) {
        ServiceKind kind = Catalog.of(trigger);
        return place(route, kind.display() + "(" + attribute + ")");
    }

    static Place place(Route route, String attribute) {
        return Place.of(route.method().className() + "." + route.method().methodName() + " " + attribute);
    }

    /** Resolves as {@link #runtimeText} does, for triggers that the catalogue does not describe. */
    @Nullable
    String runtimeText(String text, Place place) {
        return placeholders.resolveForRuntime(text, place);
    }

    void fault(Problem problem, Place place, String summary, String remedy) {
        faults.add(problem, place, summary, remedy);
    }

    /** How to correct a name that stands in an annotation. */
    static String correct(String attribute, String written) {
        return written.contains("${")
                ? "Correct the value in <placeholders> or -Dlambda.placeholders.NAME for " + written + "."
                : "Correct the annotation's attribute " + attribute + ".";
    }
}
