package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.ServiceKind;
import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Grant;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.HandlerCall;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.MethodRef;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.ProjectClasses;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.ScannedFunction;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.model.Surroundings;
import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives routes their numbers and handlers their names, all in an order that depends on nothing but the project. */
final class ProjectAssembler {
    private static final List<String> KINDS = Stream.of(
                    Stream.of("http", "s3"),
                    Catalog.kinds().stream().map(ServiceKind::word),
                    Stream.of("schedule", "command", "task", "invoke"))
            .flatMap(words -> words)
            .toList();

    private static final Comparator<FoundRoute> ORDER = Comparator.comparing(
                    (FoundRoute route) -> route.ref().className())
            .thenComparing(route -> route.ref().methodName())
            .thenComparing(route -> route.ref().descriptor())
            .thenComparing(route -> KINDS.indexOf(route.trigger().kind()));

    private static final Comparator<Grant> GRANT_ORDER =
            Comparator.comparing((Grant grant) -> grant.actions() + " " + grant.resources());

    private final String handlerPackage;
    private final Set<String> taken;

    ProjectAssembler(String handlerPackage, List<ClassFile> classes) {
        this.handlerPackage = handlerPackage;
        this.taken = classes.stream().map(ClassFile::binaryName).collect(Collectors.toSet());
    }

    /** Routes that are called the same way share a call. */
    private record Way(
            JavaType.Declared owner,
            MethodRef method,
            MethodFile file,
            List<Parameter> parameters,
            @Nullable String idempotencyKey,
            boolean validated) {}

    ScannedProject assemble(
            List<Functions.Draft> drafts,
            SurroundingsReader around,
            ProjectClasses single,
            List<String> earlierHandlers) {
        Set<String> owners = drafts.stream()
                .flatMap(draft -> draft.routes.stream())
                .map(route -> route.spot().type().binaryName())
                .collect(Collectors.toSet());
        List<ScannedFunction> functions = drafts.stream()
                .map(draft -> function(draft, around.of(draft.name), taking(draft, single, owners)))
                .toList();
        return new ScannedProject(functions, single, earlierHandlers);
    }

    /** Whether a constructor takes connections, of a class with routes of this function or with none at all. */
    private static boolean taking(Functions.Draft draft, ProjectClasses single, Set<String> owners) {
        return single.constructors().entrySet().stream()
                .filter(each -> each.getValue().stream()
                        .anyMatch(parameter -> parameter.binding() instanceof Binding.Connections))
                .anyMatch(each -> !owners.contains(each.getKey())
                        || draft.routes.stream()
                                .anyMatch(route ->
                                        route.spot().type().binaryName().equals(each.getKey())));
    }

    private ScannedFunction function(Functions.Draft draft, Surroundings around, boolean connections) {
        List<FoundRoute> sorted = draft.routes.stream().sorted(ORDER).toList();
        List<Route> routes = new ArrayList<>();
        Map<Way, List<Route>> ways = new LinkedHashMap<>();
        int number = 0;
        for (FoundRoute found : sorted) {
            Route route = new Route(number, found.id(), found.trigger(), found.ref(), found.granularity());
            routes.add(route);
            number += Catalog.rowCount(found.trigger());
            Way way = new Way(
                    found.spot().type().name(),
                    found.ref(),
                    found.method(),
                    found.parameters(),
                    found.idempotencyKey(),
                    found.validated());
            ways.computeIfAbsent(way, each -> new ArrayList<>()).add(route);
        }
        Trigger.Web web = draft.web;
        if (web != null) {
            routes.add(new Route(
                    number,
                    FoundRoute.id("web\n" + web.className()),
                    web,
                    new MethodRef(web.className(), web.form(), "()V"),
                    Granularity.WHOLE));
        }
        List<HandlerCall> calls = ways.entrySet().stream()
                .map(each -> new HandlerCall(
                        each.getKey().owner(),
                        each.getKey().method(),
                        each.getKey().file().isStatic(),
                        each.getKey().file().result(),
                        each.getKey().parameters(),
                        each.getValue(),
                        each.getKey().idempotencyKey(),
                        each.getKey().validated()))
                .toList();
        FunctionModel model = new FunctionModel(
                draft.name,
                HandlerNames.handler(handlerPackage, draft.name, taken),
                draft.description,
                draft.memory,
                draft.timeout,
                routes,
                draft.grants.stream().distinct().sorted(GRANT_ORDER).toList(),
                calls.stream().anyMatch(call -> call.idempotencyKey() != null),
                connections
                        || calls.stream()
                                .flatMap(call -> call.parameters().stream())
                                .anyMatch(each -> each.binding().equals(new Binding.Connections(false))));
        return new ScannedFunction(model, calls, around);
    }
}
