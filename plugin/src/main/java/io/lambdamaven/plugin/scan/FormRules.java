package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.HttpTerms;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Set;

/** Routes whose body is a form. */
final class FormRules {
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS");

    private FormRules() {}

    static void check(Trigger.Http route, List<Parameter> bound, Spot spot, Faults faults) {
        if (!takesForm(bound)) {
            return;
        }
        if (BODILESS.contains(route.method())) {
            faults.add(
                    Problem.LM141,
                    spot,
                    "A form is the body of a request, and " + route.method() + " has none.",
                    "Set method in @HttpTrigger to POST, or take the values with @QueryParam.");
        }
        bound.stream()
                .filter(each -> ParameterBinder.isPayload(each.binding()))
                .forEach(each -> faults.add(
                        Problem.LM141,
                        spot,
                        "The body is a form, and the parameter " + each.name() + " asks for it as a whole.",
                        "Mark the parameter with @FormParam too, or take HttpRequest in its place."));
    }

    /** A route that takes a form takes nothing else, unless it says so. */
    static Trigger complete(Trigger trigger, List<Parameter> bound) {
        if (trigger instanceof Trigger.Http http && http.terms().consumes().isEmpty() && takesForm(bound)) {
            List<String> types = needsParts(bound) ? List.of(MULTIPART) : List.of(URL_ENCODED, MULTIPART);
            HttpTerms terms = http.terms().consuming(types);
            return new Trigger.Http(http.method(), http.path(), terms);
        }
        return trigger;
    }

    private static boolean takesForm(List<Parameter> bound) {
        return bound.stream().map(Parameter::binding).anyMatch(FormRules::isOfForm);
    }

    private static boolean isOfForm(Binding binding) {
        return binding instanceof Binding.FormRecord
                || (binding instanceof Binding.RequestValue value
                        && (value.source() == Binding.Source.FORM || value.source() == Binding.Source.PART));
    }

    private static boolean needsParts(List<Parameter> bound) {
        return bound.stream()
                .map(Parameter::binding)
                .anyMatch(binding -> binding instanceof Binding.FormRecord record
                        ? needsParts(record.components())
                        : binding instanceof Binding.RequestValue value
                                && value.source() == Binding.Source.PART
                                && value.presence() == Binding.Presence.REQUIRED);
    }
}
