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
        Faults faults = new Faults();
        try (ClassPath classes = new ClassPath(roots, classPath, faults)) {
            ScannedProject project = new Scan(faults, classes).run();
            faults.throwIfAny();
            return project;
        }
    }

    /** The state of one scan. */
    private static final class Scan {
        private final Faults faults;
        private final List<ClassFile> classes;
        private final List<String> earlierHandlers;
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
        private final SurroundingsReader around;

        Scan(Faults faults, ClassPath classPath) {
            this.faults = faults;
            this.earlierHandlers = classPath.scanned().stream()
                    .filter(Scan::isHandler)
                    .map(ClassFile::binaryName)
                    .toList();
            this.classes = classPath.scanned().stream()
                    .filter(type -> !isHandler(type))
                    .toList();
            this.handlerPackage = HandlerNames.commonPackage(classes.stream()
                    .filter(type -> type.methods().stream().anyMatch(TriggerReader::hasTrigger))
                    .map(type -> type.name().packageName())
                    .toList());
            ResourceRules resources = new ResourceRules(faults);
            HttpRules http = new HttpRules(faults);
            this.access = new TypeAccess(faults, classPath, handlerPackage);
            this.structure = new HandlerStructure(faults, classPath, access);
            this.singles = new SingleClasses(faults, classPath, access);
            this.triggers = new TriggerReader(faults, resources, http);
            TypeRules types = new TypeRules(classPath);
            this.payloads = new PayloadRules(types);
            this.parameters = new ParameterBinder(faults, types, payloads, access, http);
            this.results = new ResultRules(faults, classPath, types);
            this.permissions = new PermissionRules(faults, resources);
            this.routes = new RouteRules(faults, http);
            this.functions = new Functions(faults);
            this.signer = new SignerRule(faults, classPath);
            this.around = new SurroundingsReader(faults, classPath, access);
        }

        private static boolean isHandler(ClassFile type) {
            return type.supertypes().contains(RuntimeNames.ROUTED_HANDLER);
        }

        ScannedProject run() {
            Optional<ClassFile> factory = singles.find(SingleClasses.Part.INSTANCE_FACTORY, classes);
            classes.forEach(type -> read(type, factory.isPresent()));
            classes.forEach(type -> around.read(type, factory.isPresent()));
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
                            .orElse(null));
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
            if (handlers.isEmpty()) {
                unused(type);
                return;
            }
            structure.checkClass(type, handlers.stream().anyMatch(method -> !method.isStatic()), hasFactory);
            Functions.Draft function = functions.of(type);
            function.grants.addAll(permissions.grants(type.annotations(), Spot.of(type)));
            for (MethodFile method : handlers) {
                Spot spot = Spot.of(type, method);
                function.grants.addAll(permissions.grants(method.annotations(), spot));
                if (structure.checkMethod(method, spot)) {
                    TriggerReader.read(method.annotations())
                            .forEach(trigger -> function.routes.add(route(trigger, method, spot)));
                }
            }
        }

        private FoundRoute route(Trigger trigger, MethodFile method, Spot spot) {
            triggers.check(trigger, spot);
            signer.check(trigger, spot);
            List<Parameter> bound = parameters.bind(method, trigger, spot);
            Granularity granularity = payloads.granularity(
                    trigger, bound.stream().map(Parameter::binding).toList());
            results.check(method, trigger, granularity, spot);
            return new FoundRoute(trigger, method, spot, bound, granularity);
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
        }

        private void unused(ClassFile type, MethodFile method) {
            if (method.is(Opcodes.ACC_SYNTHETIC)) {
                return;
            }
            Spot spot = Spot.of(type, method);
            if (!PermissionRules.uses(method.annotations()).isEmpty()) {
                unusedPermission(spot);
            }
            for (MethodFile.ParameterFile parameter : method.parameters()) {
                parameter.annotations().stream()
                        .filter(RequestValues::isRequestAnnotation)
                        .forEach(use -> faults.add(
                                Problem.LM024,
                                spot.at(parameter),
                                use.display() + " has no effect on a method without @HttpTrigger.",
                                "Add @HttpTrigger to the method, or take the annotation off."));
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
