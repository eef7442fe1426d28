package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.scan.MethodFile.ParameterFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of a method, as one of its triggers gives them. */
final class ParameterBinder {
    private static final int MOST_ARGUMENTS = 3;

    private final Faults faults;
    private final PayloadRules payloads;
    private final RequestValues requestValues;
    private final TypeAccess access;
    private final HttpRules http;
    private final CommandArguments arguments;
    private final SettingValues settings;

    ParameterBinder(
            Faults faults,
            TypeRules types,
            PayloadRules payloads,
            TypeAccess access,
            HttpRules http,
            SettingValues settings) {
        this.faults = faults;
        this.payloads = payloads;
        this.requestValues = new RequestValues(faults, types);
        this.access = access;
        this.http = http;
        this.arguments = new CommandArguments(faults, types);
        this.settings = settings;
    }

    /** Binds what can be bound; what cannot is reported and left out. */
    List<Parameter> bind(MethodFile method, Trigger trigger, Spot spot) {
        if (trigger instanceof Trigger.Task) {
            return arguments(method, spot);
        }
        List<Parameter> bound = new ArrayList<>();
        boolean named = trigger instanceof Trigger.Command && CommandArguments.areNamed(method);
        for (ParameterFile parameter : method.parameters()) {
            bind(parameter, trigger, named, spot.at(parameter))
                    .ifPresent(binding -> bound.add(new Parameter(parameter.label(), parameter.type(), binding)));
        }
        checkOnePayload(bound, spot);
        arguments.checkNames(bound, spot);
        if (trigger instanceof Trigger.Http route) {
            FormRules.check(route, bound, spot, faults);
            boolean complete = bound.size() == method.parameters().size();
            checkPath(route, bound, complete && method.annotations().stream().noneMatch(RestNames::isRest), spot);
        }
        return bound;
    }

    /** All comes from the caller, but connections are made anew. */
    private List<Parameter> arguments(MethodFile method, Spot spot) {
        List<Parameter> bound = new ArrayList<>();
        for (ParameterFile parameter : method.parameters()) {
            access.check(parameter.type(), spot.at(parameter));
            Binding binding = TypeRules.is(parameter.type(), RuntimeNames.CONNECTIONS)
                    ? new Binding.Connections(false)
                    : new Binding.TaskArgument(bound.size(), parameter.type());
            bound.add(new Parameter(parameter.label(), parameter.type(), binding));
        }
        if (bound.size() > MOST_ARGUMENTS) {
            faults.add(
                    Problem.LM120,
                    spot,
                    "A task takes up to " + MOST_ARGUMENTS + " arguments, and the method has " + bound.size() + ".",
                    "Make a record of some of the parameters, or take @Task off.");
        }
        return bound;
    }

    private Optional<Binding> bind(ParameterFile parameter, Trigger trigger, boolean named, Spot spot) {
        List<AnnotationUse> uses = parameter.annotations().stream()
                .filter(use -> RequestValues.isRequestAnnotation(use) || SettingValues.isSetting(use))
                .toList();
        access.check(parameter.type(), spot);
        if (uses.size() > 1) {
            faults.add(
                    Problem.LM022,
                    spot,
                    "The parameter has "
                            + uses.stream().map(AnnotationUse::display).collect(Collectors.joining(" and "))
                            + ", and a value comes from one place.",
                    "Keep one of these annotations, or make two parameters of it.");
            return Optional.empty();
        }
        if (!uses.isEmpty() && SettingValues.isSetting(uses.get(0))) {
            return settings.bind(parameter, uses.get(0), spot);
        }
        if (!uses.isEmpty()) {
            return bindAnnotated(parameter, uses.get(0), trigger, spot);
        }
        if (named && !CommandArguments.isGiven(parameter)) {
            return arguments.bind(parameter, spot);
        }
        if (CommandArguments.annotation(parameter).isPresent()) {
            arguments.refuse(spot, "on what a trigger of kind " + trigger.kind() + " gives");
        }
        if (CallerRules.isCaller(parameter.type())) {
            if (trigger instanceof Trigger.Http) {
                return Optional.of(CallerRules.binding(parameter));
            }
            notHttp("Caller", trigger, spot);
            return Optional.empty();
        }
        Optional<Binding> binding = payloads.bind(trigger, parameter.type());
        if (binding.isEmpty() && TypeRules.is(parameter.type(), RuntimeNames.HTTP_REQUEST)) {
            notHttp("HttpRequest", trigger, spot);
        } else if (binding.isEmpty()) {
            faults.add(
                    Problem.LM025,
                    spot,
                    "A trigger of kind " + trigger.kind() + " has nothing to give to a parameter of type "
                            + parameter.type().display() + ".",
                    "Take " + PayloadRules.choices(trigger) + ".");
        }
        return binding;
    }

    private Optional<Binding> bindAnnotated(ParameterFile parameter, AnnotationUse use, Trigger trigger, Spot spot) {
        Optional<Binding> binding = requestValues.bind(parameter, use, spot);
        if (trigger instanceof Trigger.Http) {
            return binding;
        }
        notHttp(use.display(), trigger, spot);
        return Optional.empty();
    }

    private void notHttp(String what, Trigger trigger, Spot spot) {
        faults.add(
                Problem.LM023,
                spot,
                what + " needs an HTTP request, and the method's trigger of kind " + trigger.kind() + " has none.",
                "Move one of the method's triggers to a method of its own, or drop the parameter.");
    }

    static boolean isPayload(Binding binding) {
        return !(binding instanceof Binding.LambdaContext
                || binding instanceof Binding.Invocation
                || binding instanceof Binding.Connections
                || binding instanceof Binding.Window
                || binding instanceof Binding.State
                || binding instanceof Binding.Setting
                || binding instanceof Binding.Request
                || binding instanceof Binding.Argument
                || binding instanceof Binding.Caller
                || binding instanceof Binding.FormRecord
                || binding instanceof Binding.RequestValue);
    }

    private void checkOnePayload(List<Parameter> bound, Spot spot) {
        List<String> names = bound.stream()
                .filter(each -> isPayload(each.binding()))
                .map(Parameter::name)
                .toList();
        if (names.size() > 1) {
            faults.add(
                    Problem.LM021,
                    spot,
                    "The parameters " + String.join(", ", names) + " all ask for the event's payload.",
                    "Keep one of them, or mark what belongs to an HTTP request with @PathParam, @QueryParam,"
                            + " @HeaderParam, @CookieParam or @FormParam.");
        }
    }

    /**
     * @param complete whether all parameters are bound, else a variable may belong to one that is not; and whether all
     *     variables are to be taken, as Jakarta REST does not want
     */
    private void checkPath(Trigger.Http route, List<Parameter> bound, boolean complete, Spot spot) {
        Optional<PathTemplate> template = http.read(route.path(), spot);
        if (template.isEmpty()) {
            return;
        }
        Set<String> open = new HashSet<>(template.get().variables());
        boolean takesAll = !complete;
        for (Parameter parameter : bound) {
            if (parameter.binding() instanceof Binding.RequestValue value && value.source() == Binding.Source.PATH) {
                if (!template.get().variables().contains(value.name())) {
                    faults.add(
                            Problem.LM018,
                            new Spot(spot.type(), spot.method(), parameter.name()),
                            "The path \"" + route.path() + "\" has no variable {" + value.name() + "}.",
                            "Put {" + value.name()
                                    + "} into path in @HttpTrigger, or set the value of @PathParam to one"
                                    + " of the path's variables.");
                }
                open.remove(value.name());
            }
            takesAll |=
                    parameter.binding() instanceof Binding.Request || parameter.binding() instanceof Binding.AwsEvent;
        }
        if (!takesAll) {
            for (String variable : template.get().variables()) {
                if (open.contains(variable)) {
                    faults.add(
                            Problem.LM017,
                            spot,
                            "No parameter takes the variable {" + variable + "} of the path \"" + route.path() + "\".",
                            "Add a parameter with @PathParam(\"" + variable + "\"), or one of type HttpRequest.");
                }
            }
        }
    }
}
