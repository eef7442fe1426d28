package io.lambdamaven.plugin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The package map of the plugin: who may import whom, and which library has which room. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    static final String ROOT = "io.lambdamaven.plugin";

    private static final Map<String, List<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry("report", List.of()),
            // The schemas of types, which only Jackson's annotations tell.
            Map.entry("json", List.of("model")),
            Map.entry("catalog", List.of("model")),
            Map.entry("scan", List.of("model", "report", "catalog", "json")),
            Map.entry("generate", List.of("model", "report", "catalog")),
            Map.entry("manifest", List.of("model", "report", "catalog", "json")),
            Map.entry("openapi", List.of("model", "report", "json")),
            Map.entry("pack", List.of("model", "report", "json")),
            Map.entry("sample", List.of("model", "report", "catalog", "json")),
            Map.entry("plan", List.of("model")),
            Map.entry("policy", List.of("apply", "plan", "json")),
            Map.entry("apply", List.of("plan", "model", "report", "json")),
            Map.entry("script", List.of("report")),
            Map.entry("stage", List.of("model", "plan", "apply", "report", "catalog", "json", "script")),
            Map.entry("aws", List.of("apply", "plan", "model", "report", "json", "script")),
            Map.entry("local", List.of("apply", "plan", "model", "report", "json"))));

    @ArchTest
    static final ArchRule everyPackageImportsOnlyWhatTheMapAllows = CompositeArchRule.of(MAY_IMPORT.entrySet().stream()
            .map(each -> imports(each.getKey(), each.getValue()))
            .toList());

    @ArchTest
    static final ArchRule everyPackageIsOnTheMap = classes()
            .should()
            .resideInAnyPackage(Stream.concat(
                            MAY_IMPORT.keySet().stream().map(ArchitectureTest::inside),
                            // The help goal is generated into a package of its own.
                            Stream.of(inside("mojo"), "io.lambdamaven.lambda_maven_plugin..", ROOT))
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule stageKnowsOfApplyOnlyWhereItIs = noClasses()
            .that()
            .resideInAPackage(inside("stage"))
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are of apply, other than Whereabouts",
                    type -> type.getPackageName().startsWith(ROOT + ".apply")
                            && !type.getSimpleName().equals("Whereabouts")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRuntimeIsKnownByNameOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lambdamaven.annotation..", "io.lambdamaven.api..", "io.lambdamaven.runtime..");

    @ArchTest
    static final ArchRule mavenStopsAtTheGoals = noClasses()
            .that()
            .resideOutsideOfPackages(inside("mojo"), "io.lambdamaven.lambda_maven_plugin..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are Maven's, other than the shade plugin's in pack", ArchitectureTest::isMaven))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("javax.inject..");

    @ArchTest
    static final ArchRule onlyPackKnowsTheShadePlugin = room("org.apache.maven.plugins.shade..", "pack");

    @ArchTest
    static final ArchRule onlyAwsKnowsTheSdk = room("software.amazon.awssdk..", "aws");

    @ArchTest
    static final ArchRule onlyJsonKnowsJackson = room("com.fasterxml..", "json");

    @ArchTest
    static final ArchRule onlyJsonMakesSchemas = room("com.github.victools..", "json.schema");

    @ArchTest
    static final ArchRule onlyScanReadsByteCode = room("org.objectweb.asm..", "scan");

    @ArchTest
    static final ArchRule onlyCatalogAndLocalKnowCron = room("com.cronutils..", "catalog", "local");

    @ArchTest
    static final ArchRule onlyGenerateWritesJava = room("com.palantir.javapoet..", "generate");

    @ArchTest
    static final ArchRule onlyLocalServesHttp = room("org.eclipse.jetty..", "local");

    @ArchTest
    static final ArchRule aPlanKnowsNoClockNetworkOrFile = noClasses()
            .that()
            .resideInAPackage(inside("plan"))
            .should()
            .dependOnClassesThat(
                    DescribedPredicate.describe("reach the world outside", ArchitectureTest::reachesOutside))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    private static ArchRule imports(String from, List<String> allowed) {
        return noClasses()
                .that()
                .resideInAPackage(inside(from))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of a package other than " + allowed,
                        type -> isOurs(type)
                                && !isInside(type, from)
                                && allowed.stream().noneMatch(to -> isInside(type, to))))
                .allowEmptyShould(true);
    }

    private static ArchRule room(String library, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        Arrays.stream(packages).map(ArchitectureTest::inside).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static boolean isMaven(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("org.apache.maven") && !name.startsWith("org.apache.maven.plugins.shade");
    }

    /** A path is a value like any other, as long as nothing opens it. */
    private static boolean reachesOutside(JavaClass type) {
        return List.of("java.time", "java.net", "java.nio.file", "java.io", "java.util.concurrent")
                        .contains(type.getPackageName())
                && !type.isEquivalentTo(Path.class)
                && !type.isEquivalentTo(Serializable.class);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    private static boolean isInside(JavaClass type, String name) {
        return (type.getPackageName() + ".").startsWith(ROOT + "." + name + ".");
    }

    private static String inside(String name) {
        return ROOT + "." + name + "..";
    }
}
