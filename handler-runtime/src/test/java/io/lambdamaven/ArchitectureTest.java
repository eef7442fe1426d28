package io.lambdamaven;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URLClassLoader;
import java.util.ServiceLoader;

/** The package map: what each package may import besides the JDK and JSpecify's annotations. */
@AnalyzeClasses(packages = "io.lambdamaven", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.lambdamaven";
    private static final String LAMBDA = "com.amazonaws.services.lambda.runtime";

    @ArchTest
    static final ArchRule ANNOTATION_IMPORTS_NOTHING = only(".annotation");

    @ArchTest
    static final ArchRule API_IMPORTS_LAMBDAS_CONTEXT = only(".api", LAMBDA);

    @ArchTest
    static final ArchRule JSON_IMPORTS_JACKSON = only(".runtime.json", "com.fasterxml.jackson..");

    /** Jars of handlers that bind nothing are packed without Jackson. */
    @ArchTest
    static final ArchRule JACKSON_STAYS_IN_ITS_CORNER = noClasses()
            .that()
            .haveNameNotMatching(
                    ".*\\.runtime\\.json\\.(Databind|DecimalReader|Faults|FullMapper|LeanMapper|ObjectMapperProvider|TimeReader|TimeWriter|TypesModule)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule EVENT_IMPORTS_JSON = only(".runtime.event", ROOT + ".runtime.json");

    @ArchTest
    static final ArchRule ROUTE_IMPORTS_EVENT = only(".runtime.route", ROOT + ".runtime.event");

    @ArchTest
    static final ArchRule BIND_IMPORTS_WHAT_COMES_BEFORE_IT = only(
            ".runtime.bind",
            ROOT + ".api",
            ROOT + ".runtime.event",
            ROOT + ".runtime.route",
            ROOT + ".runtime.json",
            LAMBDA,
            LAMBDA + ".serialization..");

    @ArchTest
    static final ArchRule REPLY_IMPORTS_API_EVENT_AND_JSON =
            only(".runtime.reply", ROOT + ".api", ROOT + ".runtime.event", ROOT + ".runtime.json");

    @ArchTest
    static final ArchRule HTTP_IMPORTS_BIND_AND_REPLY = only(
            ".runtime.http", ROOT + ".api", ROOT + ".runtime.bind", ROOT + ".runtime.reply", ROOT + ".runtime.json");

    @ArchTest
    static final ArchRule TERMS_IMPORT_HTTP = only(
            ".runtime.terms",
            ROOT + ".api",
            ROOT + ".runtime.event",
            ROOT + ".runtime.route",
            ROOT + ".runtime.bind",
            ROOT + ".runtime.http",
            ROOT + ".runtime.json");

    @ArchTest
    static final ArchRule CALLER_IMPORTS_BIND =
            only(".runtime.caller", ROOT + ".api", ROOT + ".runtime.bind", ROOT + ".runtime.event");

    @ArchTest
    static final ArchRule FORM_IMPORTS_BIND = only(".runtime.form", ROOT + ".api", ROOT + ".runtime.bind");

    @ArchTest
    static final ArchRule VALIDATION_IMPORTS_JAKARTA =
            only(".runtime.validation", ROOT + ".runtime.bind", "jakarta.validation..");

    /** Few projects have it. */
    @ArchTest
    static final ArchRule JAKARTA_STAYS_IN_ONE_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".runtime.validation")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.validation..");

    @ArchTest
    static final ArchRule AWS_IMPORTS_THE_SIGNER = only(
            ".runtime.aws",
            ROOT + ".runtime.event",
            ROOT + ".runtime.json",
            "software.amazon.awssdk.http..",
            "software.amazon.awssdk.identity.spi..");

    @ArchTest
    static final ArchRule CALLBACK_IMPORTS_AWS = only(
            ".runtime.callback",
            ROOT + ".api",
            ROOT + ".runtime.event",
            ROOT + ".runtime.json",
            ROOT + ".runtime.aws",
            LAMBDA);

    @ArchTest
    static final ArchRule SCRIPT_IMPORTS_AWS =
            only(".runtime.script", ROOT + ".runtime.json", ROOT + ".runtime.bind", ROOT + ".runtime.aws", LAMBDA);

    @ArchTest
    static final ArchRule CONFIG_IMPORTS_AWS =
            only(".runtime.config", ROOT + ".api", ROOT + ".runtime.json", ROOT + ".runtime.aws");

    @ArchTest
    static final ArchRule TASK_IMPORTS_AWS_AND_BIND = only(
            ".runtime.task",
            ROOT + ".api",
            ROOT + ".runtime.event",
            ROOT + ".runtime.json",
            ROOT + ".runtime.route",
            ROOT + ".runtime.bind",
            ROOT + ".runtime.aws",
            LAMBDA);

    @ArchTest
    static final ArchRule CODE_IMPORTS_AWS =
            only(".runtime.code", ROOT + ".runtime.json", ROOT + ".runtime.aws", LAMBDA);

    @ArchTest
    static final ArchRule WEB_IMPORTS_EVENT_AND_REPLY =
            only(".runtime.web", ROOT + ".api", ROOT + ".runtime.event", ROOT + ".runtime.reply", LAMBDA);

    @ArchTest
    static final ArchRule SOCKET_IMPORTS_AWS_AND_BIND = only(
            ".runtime.socket",
            ROOT + ".api",
            ROOT + ".runtime.event",
            ROOT + ".runtime.bind",
            ROOT + ".runtime.aws",
            LAMBDA);

    @ArchTest
    static final ArchRule DOCUMENT_IMPORTS_THE_API = only(".runtime.document", ROOT + ".api");

    @ArchTest
    static final ArchRule RUNTIME_IMPORTS_THE_LINE = only(
            ".runtime",
            ROOT + ".api",
            ROOT + ".runtime.json",
            ROOT + ".runtime.event",
            ROOT + ".runtime.route",
            ROOT + ".runtime.bind",
            ROOT + ".runtime.reply",
            ROOT + ".runtime.aws",
            ROOT + ".runtime.callback",
            ROOT + ".runtime.script",
            ROOT + ".runtime.config",
            ROOT + ".runtime.task",
            ROOT + ".runtime.web",
            ROOT + ".runtime.http",
            ROOT + ".runtime.terms",
            ROOT + ".runtime.caller",
            "org.crac",
            LAMBDA);

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_LOGGING_FRAMEWORK_OR_PLUGIN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..", "org.apache..", ROOT + ".plugin..");

    /** The signer is in the deployed jar only for functions that call services, which all go through one package. */
    @ArchTest
    static final ArchRule THE_SDK_STAYS_IN_ONE_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".runtime.aws")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    /** Each costs milliseconds when the first event touches it; databind's corner is off that path. */
    @ArchTest
    static final ArchRule COLD_PATH_LOADS_NOTHING_DEAR = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.util.stream..", "java.util.regex..", "java.util.function..")
                    .or(type(ServiceLoader.class)));

    /**
     * A class or method named by an event is never looked up: there is nothing here that could, but for the two classes
     * that get a script only when it has been verified. Code from S3 is loaded
     * before the first event, and its handler is named by the deployed configuration.
     * The method whose arguments are validated stands in the generated handler, and is looked up by what stands there.
     * The class of a hosted application stands in the generated handler, and is looked up before the first event too.
     */
    @ArchTest
    static final ArchRule NOTHING_IS_LOOKED_UP_BY_NAME = noClasses()
            .that()
            .haveNameNotMatching(
                    ".*\\.runtime\\.(script\\.Script(Loader)?|web\\.((Main|Rest|Servlet)Starter|ServletParts)(\\$.*)?)")
            .and()
            .resideOutsideOfPackages(ROOT + ".runtime.code", ROOT + ".runtime.validation")
            .should()
            .callMethod(Class.class, "forName", String.class)
            .orShould()
            .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
            .orShould()
            .callMethod(ClassLoader.class, "loadClass", String.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(
                    Method.class,
                    Constructor.class,
                    Field.class,
                    Proxy.class,
                    MethodHandles.Lookup.class,
                    ObjectInputStream.class,
                    ServiceLoader.class,
                    URLClassLoader.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.script..", "javax.naming..", "java.rmi..", "javax.tools..");

    @ArchTest
    static final ArchRule DATABIND_IS_TOUCHED_IN_A_CORNER_OF_ITS_OWN = noClasses()
            .that()
            .haveNameNotMatching(
                    ".*\\.(Databind|DecimalReader|FullMapper|LeanMapper|ObjectMapperProvider|TimeReader|TimeWriter|TypesModule)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..");

    @ArchTest
    static void aRuleCanFail(JavaClasses classes) {
        ArchRule jacksonForNobody =
                noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson..");

        assertThat(jacksonForNobody.evaluate(classes).hasViolation()).isTrue();
        assertThat(only(".runtime.bind").evaluate(classes).hasViolation()).isTrue();
    }

    private static ArchRule only(String place, String... more) {
        String own = ROOT + place;
        return classes()
                .that(resideInAPackage(own))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations", own)
                        .or(resideInAnyPackage(more)))
                .andShould()
                .onlyDependOnClassesThat(not(resideInAPackage("java.util.logging..")));
    }
}
