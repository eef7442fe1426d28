package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.ProjectClasses;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.ScannedProject;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Reads the class files of a project. */
public final class ProjectScanner {
    private ProjectScanner() {}

    /**
     * Scans a project.
     *
     * @param roots folders of class files and jars whose annotations count; those that do not exist are left out
     * @param classPath folders and jars in which the types that signatures name are looked up
     * @throws io.lambdamaven.plugin.report.UserFault with all faults that were found
     */
    public static ScannedProject scan(List<Path> roots, List<Path> classPath) {
        return scan(roots, classPath, WebChoice.NONE, null);
    }

    /**
     * Scans a project with what its pom adds to its sources.
     *
     * @param web what it says of an application to host, whose source has no annotation
     * @param description the path at which the API's description is served, null where it is not
     * @throws io.lambdamaven.plugin.report.UserFault with all faults that were found
     */
    public static ScannedProject scan(
            List<Path> roots, List<Path> classPath, WebChoice web, @Nullable String description) {
        Faults faults = new Faults();
        try (ClassPath classes = new ClassPath(roots, classPath, faults)) {
            ScannedProject project = new Scan(faults, classes, web, description).run();
            faults.throwIfAny();
            return project;
        }
    }

    /** The state of one scan. */
    private static final class Scan {
        private final Faults faults;
        private final List<ClassFile> classes;
        private final List<String> earlierHandlers;
        private final WebApplications web;
        private final @Nullable String described;
        private final DescriptionRoute description;
        private final String handlerPackage;
        private final TypeAccess access;
        private final HandlerStructure structure;
        private final SingleClasses singles;
        private final TriggerReader triggers;
        private final PayloadRules payloads;
        private final ParameterBinder parameters;
        private final ResultRules results;
        private final PermissionRules permissions;
        private final RouteRules routes;
        private final Functions functions;
        private final SignerRule signer;
        private final IdempotencyRules idempotency;
        private final HttpTermsRules terms;
        private final ValidationRules validation;
        private final SurroundingsReader around;
        private final SettingValues settings;
        private final SortedMap<String, List<Parameter>> constructors = new TreeMap<>();

        Scan(Faults faults, ClassPath classPath, WebChoice choice, @Nullable String described) {
            this.faults = faults;
            this.described = described;
            this.earlierHandlers = classPath.scanned().stream()
                    .filter(Scan::isHandler)
                    .map(ClassFile::binaryName)
                    .toList();
            List<ClassFile> own = classPath.scanned().stream()
                    .filter(type -> !isHandler(type))
                    .toList();
            this.web = new WebApplications(faults, classPath, choice, own);
            this.classes = web.hosted().isEmpty() ? new RestResources(faults, classPath).translated(own) : own;
            this.handlerPackage = HandlerNames.commonPackage(classes.stream()
                    .filter(type ->
                            web.isHosted(type) || type.methods().stream().anyMatch(TriggerReader::hasTrigger))
                    .map(type -> type.name().packageName())
                    .toList());
            ResourceRules resources = new ResourceRules(faults);
            HttpRules http = new HttpRules(faults);
            this.description = new DescriptionRoute(faults, classPath);
            this.access = new TypeAccess(faults, classPath, handlerPackage);
            this.structure = new HandlerStructure(faults, classPath, access);
            this.singles = new SingleClasses(faults, classPath, access);
            this.triggers = new TriggerReader(faults, resources, http);
            TypeRules types = new TypeRules(classPath);
            this.payloads = new PayloadRules(types);
            this.settings = new SettingValues(faults, types, access);
            this.parameters = new ParameterBinder(faults, types, payloads, access, http, settings);
            this.results = new ResultRules(faults, classPath, types);
            this.permissions = new PermissionRules(faults, resources);
            this.routes = new RouteRules(faults, http);
            this.functions = new Functions(faults);
            this.signer = new SignerRule(faults, classPath);
            this.idempotency = new IdempotencyRules(faults, signer);
            this.validation = new ValidationRules(faults, classPath);
            this.terms = new HttpTermsRules(faults);
            this.around = new SurroundingsReader(faults, classPath, access);
        }

        private static boolean isHandler(ClassFile type) {
            return type.supertypes().contains(RuntimeNames.ROUTED_HANDLER);
        }

        ScannedProject run() {
            Optional<ClassFile> factory = singles.find(SingleClasses.Part.INSTANCE_FACTORY, classes);
            classes.forEach(type -> read(type, factory.isPresent()));
            web.hosted().forEach(type -> {
                Functions.Draft function = functions.of(type);
                // Of a class with triggers they were read with these.
                if (type.methods().stream().noneMatch(TriggerReader::hasTrigger)) {
                    function.grants.addAll(permissions.grants(type.annotations(), Spot.of(type)));
                }
                web.read(type, function);
            });
            classes.forEach(type -> readConstructor(type, around.read(type, factory.isPresent()), factory.isPresent()));
            if (described != null) {
                description.add(described, functions);
            }
            functions.drafts().forEach(draft -> around.check(draft.name));
            List<FoundRoute> all = new ArrayList<>();
            for (Functions.Draft draft : functions.drafts()) {
                routes.checkFunction(draft.routes);
                all.addAll(draft.routes);
            }
            routes.checkProject(all);
            ProjectClasses single = new ProjectClasses(
                    factory.map(ClassFile::name).orElse(null),
                    singles.find(SingleClasses.Part.JSON_MAPPER, classes)
                            .map(ClassFile::name)
                            .orElse(null),
                    constructors);
            return new ProjectAssembler(handlerPackage, classes)
                    .assemble(functions.drafts(), around, single, earlierHandlers);
        }

        private void read(ClassFile type, boolean hasFactory) {
            List<MethodFile> handlers = type.methods().stream()
                    .filter(TriggerReader::hasTrigger)
                    // The compiler copies annotations to bridges; the method behind the bridge has them too.
                    .filter(method -> !method.is(Opcodes.ACC_BRIDGE))
                    .toList();
            type.methods().stream()
                    .filter(method -> !handlers.contains(method))
                    .forEach(method -> unused(type, method));
            if (handlers.isEmpty() && web.isHosted(type)) {
                return;
            }
            if (handlers.isEmpty()) {
                unused(type);
                return;
            }
            if (handlers.stream().noneMatch(TriggerReader::hasHttp)) {
                terms.unused(type.annotations(), Spot.of(type));
            }
            structure.checkClass(type, handlers.stream().anyMatch(method -> !method.isStatic()), hasFactory);
            Functions.Draft function = functions.of(type);
            function.grants.addAll(permissions.grants(type.annotations(), Spot.of(type)));
            for (MethodFile method : handlers) {
                Spot spot = Spot.of(type, method);
                function.grants.addAll(permissions.grants(method.annotations(), spot));
                if (!TriggerReader.hasHttp(method)) {
                    terms.unused(method.annotations(), spot);
                }
                if (structure.checkMethod(method, spot)) {
                    TriggerReader.read(method.annotations())
                            .forEach(trigger -> function.routes.add(route(
                                    HttpTermsRules.complete(TriggerReader.named(trigger, spot), method, type),
                                    method,
                                    spot)));
                }
            }
        }

        private void readConstructor(ClassFile type, boolean standsAround, boolean hasFactory) {
            boolean made = standsAround
                    || type.methods().stream().anyMatch(each -> TriggerReader.hasTrigger(each) && !each.isStatic());
            if (!made) {
                settings.unused(type, "the generated handler does not make this class");
                return;
            }
            List<Parameter> taken = settings.constructor(type, hasFactory);
            signer.checkBound(taken, Spot.of(type));
            if (!taken.isEmpty()) {
                constructors.put(type.binaryName(), taken);
            }
        }

        private FoundRoute route(Trigger trigger, MethodFile method, Spot spot) {
            triggers.check(trigger, spot);
            signer.check(trigger, spot);
            if (trigger instanceof Trigger.Http http) {
                terms.check(http.terms(), method, spot);
            }
            List<Parameter> bound = parameters.bind(method, trigger, spot);
            signer.checkBound(bound, spot);
            Granularity granularity = payloads.granularity(
                    trigger, bound.stream().map(Parameter::binding).toList());
            results.check(method, trigger, granularity, spot);
            Trigger described = trigger instanceof Trigger.Command command
                    ? CommandArguments.described(command, bound)
                    : FormRules.complete(trigger, bound);
            String key = idempotency.key(method, trigger, granularity, spot);
            boolean validated = validation.isValidated(method, spot);
            return new FoundRoute(described, method, spot, bound, granularity, key, validated);
        }

        private void unused(ClassFile type) {
            if (type.annotation(RuntimeNames.LAMBDA_FUNCTION).isPresent()) {
                faults.add(
                        Problem.LM059,
                        Spot.of(type),
                        "The class has @LambdaFunction, and none of its methods has a trigger.",
                        "Add a trigger to a method of this very class, or take @LambdaFunction off.");
            }
            if (!PermissionRules.uses(type.annotations()).isEmpty()) {
                unusedPermission(Spot.of(type));
            }
            terms.unused(type.annotations(), Spot.of(type));
        }

        private void unused(ClassFile type, MethodFile method) {
            if (method.is(Opcodes.ACC_SYNTHETIC)) {
                return;
            }
            Spot spot = Spot.of(type, method);
            if (!PermissionRules.uses(method.annotations()).isEmpty()) {
                unusedPermission(spot);
            }
            idempotency.unused(method, spot);
            terms.unused(method.annotations(), spot);
            settings.unused(spot, method, "the method has no trigger");
            for (MethodFile.ParameterFile parameter : method.parameters()) {
                parameter.annotations().stream()
                        .filter(RequestValues::isRequestAnnotation)
                        .forEach(use -> faults.add(
                                Problem.LM024,
                                spot.at(parameter),
                                use.display() + " has no effect on a method without @HttpTrigger.",
                                "Add @HttpTrigger to the method, or take the annotation off."));
                CommandArguments.annotation(parameter)
                        .ifPresent(use -> faults.add(
                                Problem.LM127,
                                spot.at(parameter),
                                "@Argument has no effect on a method without @Command.",
                                "Add @Command to the method, or take the annotation off."));
            }
        }

        private void unusedPermission(Spot spot) {
            faults.add(
                    Problem.LM065,
                    spot,
                    "A permission belongs to the function of a trigger, and here is none.",
                    "Move @Permission to a method with a trigger, or to its class.");
        }
    }
}
