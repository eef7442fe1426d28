package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Finds the applications to host: by {@code @WebApplication}, by the pom, or because there is only one to find. */
final class WebApplications {
    private static final Place POM = Place.of("<webApplication>");
    private static final String BOOT = "org.springframework.boot.autoconfigure.SpringBootApplication";
    private static final String REST = "jakarta.ws.rs.core.Application";
    private static final String BOOTSTRAP = "jakarta.ws.rs.SeBootstrap";
    private static final String SERVLET = "jakarta.servlet.Servlet";
    private static final String INITIALIZER = "jakarta.servlet.ServletContainerInitializer";
    private static final String FILTER = "jakarta.servlet.Filter";
    private static final List<String> JETTIES = List.of(
            "org.eclipse.jetty.ee10.servlet.ServletContextHandler",
            "org.eclipse.jetty.ee11.servlet.ServletContextHandler",
            "org.eclipse.jetty.ee9.servlet.ServletContextHandler");
    private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,;=:@-]+)*");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    private final Faults faults;
    private final ClassPath classPath;
    private final WebChoice choice;
    private final List<ClassFile> classes;
    private final List<ClassFile> hosted;
    private final ServletNeighbours neighbours;

    WebApplications(Faults faults, ClassPath classPath, WebChoice choice, List<ClassFile> classes) {
        this.faults = faults;
        this.classPath = classPath;
        this.choice = choice;
        this.classes = List.copyOf(classes);
        this.neighbours = new ServletNeighbours(faults, classPath, this.classes);
        this.hosted = new ArrayList<>(classes.stream()
                .filter(type -> type.annotation(RuntimeNames.WEB_APPLICATION).isPresent())
                .toList());
        if (choice.wanted()) {
            named().filter(type -> !hosted.contains(type)).ifPresent(hosted::add);
        }
    }

    /** Those that are to be started, each in a function. */
    List<ClassFile> hosted() {
        return List.copyOf(hosted);
    }

    boolean isHosted(ClassFile type) {
        return hosted.contains(type);
    }

    private Optional<ClassFile> named() {
        String name = choice.className();
        if (name != null) {
            Optional<ClassFile> found = classes.stream()
                    .filter(type -> type.binaryName().equals(name)
                            || type.name().canonicalName().equals(name))
                    .findFirst()
                    .or(() -> classPath.find(name));
            if (found.isEmpty()) {
                faults.add(
                        Problem.LM049,
                        POM,
                        "There is no class " + name + " in the project or its dependencies.",
                        "Name the class to start, with its package, in <webApplication><className>.");
            }
            return found;
        }
        if (!hosted.isEmpty()) {
            return Optional.empty();
        }
        List<ClassFile> candidates = candidates();
        if (candidates.size() != 1) {
            String names = candidates.stream().map(ClassFile::binaryName).collect(Collectors.joining(", "));
            faults.add(
                    Problem.LM049,
                    POM,
                    candidates.isEmpty()
                            ? "No class of the project has a main method or is a Jakarta REST application or servlet."
                            : "Several classes could be the application: " + names + ".",
                    "Name the one to start in <webApplication><className>.");
            return Optional.empty();
        }
        return Optional.of(candidates.get(0));
    }

    /** Of the first kind there is: what starts or registers those of the kinds after it. */
    private List<ClassFile> candidates() {
        return Stream.<Predicate<ClassFile>>of(
                        type -> type.annotation(BOOT).isPresent() && hasMain(type),
                        type -> "main".equals(form(type)),
                        type -> "rest".equals(form(type)),
                        type -> "servlet".equals(form(type)) && classPath.isSubtype(type.binaryName(), INITIALIZER),
                        type -> "servlet".equals(form(type)) && classPath.isSubtype(type.binaryName(), SERVLET),
                        type -> "servlet".equals(form(type)))
                .map(kind -> classes.stream().filter(kind).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    void read(ClassFile type, Functions.Draft function) {
        Spot spot = Spot.of(type);
        Optional<AnnotationUse> use = type.annotation(RuntimeNames.WEB_APPLICATION);
        String form = form(type);
        if (form == null) {
            faults.add(
                    Problem.LM043,
                    spot,
                    "The class has no public static void main(String[]), and is neither a jakarta.ws.rs.core.Application"
                            + " nor a jakarta.servlet.Servlet, Filter or ServletContainerInitializer.",
                    "Put @WebApplication on the class that starts the application, or name it in"
                            + " <webApplication><className>.");
            return;
        }
        requireServer(form, spot);
        List<String> parts = form.equals("servlet") ? neighbours.of(type) : List.of();
        String port = use.map(each -> String.valueOf(each.number("port", 0))).orElse("0");
        port = use.isPresent() || choice.port() == null ? port : choice.port().strip();
        String base = use.map(each -> each.text("basePath")).orElse("");
        base = use.isPresent() || choice.basePath() == null
                ? base
                : choice.basePath().strip();
        if (!PORT.matcher(port).matches() || Integer.parseInt(port) > 65_535) {
            faults.add(
                    Problem.LM134,
                    spot,
                    "\"" + port + "\" is no port.",
                    "Set port in @WebApplication or <webApplication><port> to a number from 1 to 65535, or leave it out"
                            + " for one that the application is told.");
            return;
        }
        if (!BASE_PATH.matcher(base).matches()) {
            faults.add(
                    Problem.LM134,
                    spot,
                    "\"" + base + "\" is no base path.",
                    "Set basePath in @WebApplication or <webApplication><basePath> to whole segments such as /shop.");
            return;
        }
        String said = choice.requestContext() == null
                ? "false"
                : choice.requestContext().strip();
        if (!said.equals("true") && !said.equals("false")) {
            faults.add(
                    Problem.LM134,
                    spot,
                    "\"" + said + "\" is neither true nor false.",
                    "Set <webApplication><requestContext> to true for the header X-Amzn-Request-Context, or leave it out.");
            return;
        }
        boolean context = use.map(each -> each.flag("requestContext", false)).orElse(said.equals("true"));
        Trigger.Web before = function.web;
        if (before != null) {
            faults.add(
                    Problem.LM044,
                    spot,
                    "The function hosts " + before.className() + " already.",
                    "Take @WebApplication off one of them, or put one in a function of its own with @LambdaFunction.");
        }
        function.web = new Trigger.Web(form, type.binaryName(), Integer.parseInt(port), base, parts, context);
    }

    private void requireServer(String form, Spot spot) {
        if (form.equals("rest") && classPath.find(BOOTSTRAP).isEmpty()) {
            faults.add(
                    Problem.LM135,
                    spot,
                    "A Jakarta REST application is started through jakarta.ws.rs.SeBootstrap, which is not among the"
                            + " dependencies.",
                    "Add jakarta.ws.rs:jakarta.ws.rs-api 3.1 or later and a provider with a server, such as"
                            + " org.glassfish.jersey.containers:jersey-container-jdk-http.");
        } else if (form.equals("servlet")
                && JETTIES.stream().allMatch(each -> classPath.find(each).isEmpty())) {
            faults.add(
                    Problem.LM135,
                    spot,
                    "A servlet is started in an embedded Jetty 12, which is not among the dependencies.",
                    "Add org.eclipse.jetty.ee10:jetty-ee10-servlet to the project.");
        }
    }

    /** How it can be started: null if not at all. */
    private @Nullable String form(ClassFile type) {
        if (hasMain(type)) {
            return "main";
        } else if (type.is(Opcodes.ACC_ABSTRACT) || type.is(Opcodes.ACC_INTERFACE)) {
            return null;
        } else if (classPath.isSubtype(type.binaryName(), REST)) {
            return "rest";
        }
        boolean servlet =
                Stream.of(SERVLET, INITIALIZER, FILTER).anyMatch(each -> classPath.isSubtype(type.binaryName(), each));
        return servlet ? "servlet" : null;
    }

    private static boolean hasMain(ClassFile type) {
        return type.methods().stream()
                .anyMatch(method -> method.name().equals("main")
                        && method.descriptor().equals("([Ljava/lang/String;)V")
                        && method.isStatic());
    }
}
