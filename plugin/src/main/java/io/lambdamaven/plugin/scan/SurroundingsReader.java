package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.MethodRef;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Surroundings;
import io.lambdamaven.plugin.model.Surroundings.ExceptionHandler;
import io.lambdamaven.plugin.model.Surroundings.Hook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Gathers what stands around calls. What stands in a class of a function serves that function; what stands in a class of
 * no function serves all.
 */
final class SurroundingsReader {
    private static final Comparator<Found<Hook>> HOOK_ORDER = Comparator.comparing(
                    (Found<Hook> found) -> found.value().method().className())
            .thenComparing(found -> found.value().method().methodName());

    private final SurroundingsRules rules;
    private final List<Found<ExceptionHandler>> exceptionHandlers = new ArrayList<>();
    private final List<Found<JavaType.Declared>> interceptors = new ArrayList<>();
    private final List<Found<Hook>> primed = new ArrayList<>();
    private final List<Found<Hook>> restored = new ArrayList<>();

    /** What serves all functions would else be told once for each. */
    private final Set<Spot> reported = new HashSet<>();

    SurroundingsReader(Faults faults, ClassPath classPath, TypeAccess access) {
        this.rules = new SurroundingsRules(faults, classPath, access);
    }

    /** @param order only of interceptors */
    private record Found<T>(T value, Spot spot, int order) {
        /** Whether it serves a function. */
        boolean serves(String function) {
            ClassFile type = spot.type();
            boolean named = type.annotation(RuntimeNames.LAMBDA_FUNCTION).isPresent();
            boolean belongs = named || type.methods().stream().anyMatch(TriggerReader::hasTrigger);
            String own = type.annotation(RuntimeNames.LAMBDA_FUNCTION)
                    .map(use -> use.text("name"))
                    .orElse("");
            return !belongs || own.equals(function);
        }
    }

    /** Whether anything of the class stands around calls, so that the handler makes it. */
    boolean read(ClassFile type, boolean hasFactory) {
        boolean needsInstance = type.annotation(RuntimeNames.INTERCEPT)
                .map(use -> intercept(type, use))
                .orElse(false);
        boolean any = needsInstance;
        for (MethodFile method : type.methods()) {
            // The compiler copies annotations to bridges; the method behind the bridge has them too.
            if (!method.is(Opcodes.ACC_BRIDGE) && read(type, method)) {
                any = true;
                needsInstance |= !method.isStatic();
            }
        }
        if (any) {
            rules.checkClass(type, needsInstance, hasFactory);
        }
        return needsInstance;
    }

    private boolean intercept(ClassFile type, AnnotationUse use) {
        Spot spot = Spot.of(type);
        if (rules.checkInterceptor(spot)) {
            interceptors.add(new Found<>(type.name(), spot, use.number("order", 0)));
        }
        return true;
    }

    /** Whether the method has anything to do here. */
    private boolean read(ClassFile type, MethodFile method) {
        Spot spot = Spot.of(type, method);
        boolean found = false;
        for (AnnotationUse use : method.annotations()) {
            switch (use.type()) {
                case RuntimeNames.EXCEPTION_HANDLER -> {
                    found = true;
                    rules.handler(method, spot, use)
                            .ifPresent(handler -> exceptionHandlers.add(new Found<>(handler, spot, 0)));
                }
                case RuntimeNames.PRIME, RuntimeNames.AFTER_RESTORE -> {
                    found = true;
                    if (rules.checkHook(method, spot, use)) {
                        MethodRef ref = new MethodRef(type.binaryName(), method.name(), method.descriptor());
                        List<Found<Hook>> hooks = use.type().equals(RuntimeNames.PRIME) ? primed : restored;
                        hooks.add(new Found<>(new Hook(type.name(), ref, method.isStatic()), spot, 0));
                    }
                }
                default -> {}
            }
        }
        return found;
    }

    /** Reports exceptions that have two handlers in a function. */
    void check(String function) {
        Map<String, Spot> seen = new HashMap<>();
        for (Found<ExceptionHandler> each : exceptionHandlers) {
            if (!each.serves(function)) {
                continue;
            }
            Spot other = seen.putIfAbsent(each.value().exception().binaryName(), each.spot());
            if (other != null && reported.add(each.spot())) {
                rules.reportTwice(each.value().exception(), each.spot(), other);
            }
        }
    }

    /** What serves a function, in the order in which it counts. */
    Surroundings of(String function) {
        return new Surroundings(
                closestFirst(exceptionHandlers.stream()
                        .filter(each -> each.serves(function))
                        .map(Found::value)
                        .toList()),
                interceptors.stream()
                        .filter(each -> each.serves(function))
                        .sorted(Comparator.comparingInt((Found<JavaType.Declared> each) -> each.order())
                                .thenComparing(each -> each.value().binaryName()))
                        .map(Found::value)
                        .toList(),
                hooks(primed, function),
                hooks(restored, function));
    }

    private static List<Hook> hooks(List<Found<Hook>> hooks, String function) {
        return hooks.stream()
                .filter(each -> each.serves(function))
                .sorted(HOOK_ORDER)
                .map(Found::value)
                .toList();
    }

    /** A subclass is deeper than what it extends; of equally deep ones neither is a subclass of the other. */
    private List<ExceptionHandler> closestFirst(List<ExceptionHandler> handlers) {
        return handlers.stream()
                .sorted(Comparator.comparingInt((ExceptionHandler each) ->
                                -rules.depth(each.exception().binaryName()))
                        .thenComparing(each -> each.exception().binaryName()))
                .toList();
    }
}
