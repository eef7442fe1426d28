package io.lambdamaven.plugin.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagerFaultsTest {
    @TempDir
    Path folder;

    @Test
    void everyUnreadableDependencyIsNamedInOneRun() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "not a jar");
        List<Diagnostic> found = faults(new Packing(folder)
                .dependency(new Dependency("org.lib", "absent", "1", folder.resolve("absent.jar")))
                .dependency(new Dependency("org.lib", "text", "1", "linux", text, List.of())));

        assertThat(found).extracting(Diagnostic::problem).containsExactly(Problem.LM100, Problem.LM100);
        assertThat(found.get(0).render())
                .startsWith("LM100 org.lib:absent:1: The file ")
                .contains("no such file");
        assertThat(found.get(1).render())
                .startsWith("LM100 org.lib:text:linux:1: The file " + text + " cannot be read as a jar (")
                .contains("<dependency>");
    }

    @Test
    void aJarWithADamagedEntryIsNamed() throws IOException {
        Packing packing = new Packing(folder);
        Path jar = Jars.jar(folder.resolve("damaged.jar"), Jars.entries("org/lib/a.txt", "some text, some text"));
        byte[] bytes = Files.readAllBytes(jar);
        for (int i = 0; i < 8; i++) {
            bytes[30 + "org/lib/a.txt".length() + 13 + i] ^= 0x55;
        }
        Files.write(jar, bytes);
        packing.dependency(new Dependency("org.lib", "damaged", "1", jar));

        Diagnostic fault = fault(packing);
        assertThat(fault.problem()).isEqualTo(Problem.LM100);
        assertThat(fault.place().subject()).isEqualTo("org.lib:damaged:1");
        assertThat(packing.output).doesNotExist();
    }

    @Test
    void anEntryThatLeadsOutOfTheArchiveIsRefused() {
        Diagnostic fault = fault(new Packing(folder).dependency("evil", "../../etc/passwd", "x"));
        assertThat(fault.problem()).isEqualTo(Problem.LM100);
        assertThat(fault.summary()).contains("../../etc/passwd would land outside");
    }

    @Test
    void aProjectThatIsNotCompiledIsToldSo() {
        Packing packing = new Packing(folder);
        deleteClasses();
        Diagnostic fault = fault(packing);
        assertThat(fault.problem()).isEqualTo(Problem.LM101);
        assertThat(fault.render()).contains(folder.resolve("classes").toString(), "mvn package");
    }

    @Test
    void jacksonBefore215IsRefused() {
        Packing packing = new Packing(folder);
        for (String version : List.of("2.14.3", "1.9", "2.15.0", "2.9.10.8", "3.0", "LATEST")) {
            Path jar = Jars.jar(folder.resolve(version + ".jar"), Jars.entries("v", version));
            packing.dependency(new Dependency("com.fasterxml.jackson.core", "jackson-databind", version, jar));
            packing.dependency(new Dependency("com.fasterxml.jackson.core", "jackson-annotations", version, jar));
        }
        assertThat(faults(packing))
                .allSatisfy(fault -> assertThat(fault.remedy()).contains("<dependencyManagement>"))
                .extracting(fault -> fault.problem() + " " + fault.place())
                .containsExactly(
                        "LM102 com.fasterxml.jackson.core:jackson-databind:2.14.3",
                        "LM102 com.fasterxml.jackson.core:jackson-databind:1.9",
                        "LM102 com.fasterxml.jackson.core:jackson-databind:2.9.10.8");
    }

    @Test
    void theVersionFoundAndTheOneNeededAreNamed() {
        Packing packing = new Packing(folder);
        Path jar = Jars.jar(folder.resolve("core.jar"), Jars.entries("v", "core"));
        packing.dependency(new Dependency("com.fasterxml.jackson.core", "jackson-core", "2.13.5", jar));
        assertThat(fault(packing).render())
                .isEqualTo("LM102 com.fasterxml.jackson.core:jackson-core:2.13.5: Handlers need Jackson 2.15 or later,"
                        + " and the project has 2.13.5: it cannot limit what an event makes it read. Set a later"
                        + " version of jackson-core in <dependencyManagement>, best by importing"
                        + " com.fasterxml.jackson:jackson-bom.");
    }

    @Test
    void aParserOlderThanDataBindingIsWarnedOf() {
        assertThat(warnedOfCore("2.15.4", "2.22.4"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.render())
                        .startsWith("LM109 com.fasterxml.jackson.core:jackson-core:2.15.4: It is older than"
                                + " com.fasterxml.jackson.core:jackson-databind:2.22.4")
                        .contains("<dependencyManagement>"));
        assertThat(warnedOfCore("2.22.1", "2.22.4")).isEmpty();
        assertThat(warnedOfCore("2.22.4", "2.21.0")).isEmpty();
        assertThat(warnedOfCore("LATEST", "2.22.4")).isEmpty();
    }

    private List<Diagnostic> warnedOfCore(String core, String databind) {
        Packing packing = new Packing(folder);
        Path jar = Jars.jar(folder.resolve("jackson.jar"), Jars.entries("v", "any"));
        packing.dependency(new Dependency("com.fasterxml.jackson.core", "jackson-core", core, jar));
        packing.dependency(new Dependency("com.fasterxml.jackson.core", "jackson-databind", databind, jar));
        return packing.pack().warnings();
    }

    @Test
    void aHandlerWithoutItsBaseClassIsRefused() {
        Packing packing = new Packing(folder);
        packing.dependencies.clear();
        Diagnostic fault = fault(packing);
        assertThat(fault.problem()).isEqualTo(Problem.LM103);
        assertThat(fault.remedy()).contains("io.lambdamaven:lambda-handler-runtime", "<scope>");
    }

    @Test
    void anArchiveOverLambdasLimitIsRefusedWithItsLargestDependencies() {
        Packing packing = new Packing(folder)
                .dependency("large", "large.bin", "x".repeat(3_000_000))
                .dependency("larger", "larger.bin", "x".repeat(4_000_000));
        packing.limits = new Limits(Long.MAX_VALUE, 6 * 1024 * 1024);
        Diagnostic fault = fault(packing);
        assertThat(fault.problem()).isEqualTo(Problem.LM104);
        assertThat(fault.summary())
                .contains(
                        "It would hold 6.7 MB, and Lambda takes 6.0 MB unzipped.",
                        "The largest in it: org.lib:larger:1.2 (3.8 MB), org.lib:large:1.2 (2.9 MB), ");
        assertThat(fault.remedy()).contains("<exclusions>");
        assertThat(packing.output).doesNotExist();
    }

    @Test
    void theUnzippedLimitHoldsForAReusedArchiveToo() {
        Packing packing = new Packing(folder);
        packing.pack();
        packing.limits = new Limits(Long.MAX_VALUE, 10);
        assertThat(fault(packing).problem()).isEqualTo(Problem.LM104);
    }

    @Test
    void inLibLayoutDependenciesCountAsTheyAre() {
        Packing packing = new Packing(folder).dependency("large", "large.bin", "x".repeat(3_000_000));
        packing.layout = Layout.LIB;
        packing.limits = new Limits(100, 1024 * 1024);
        assertThat(packing.pack().warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.summary()).contains("org.lib:large:1.2 (0.0 MB)"));
    }

    @Test
    void anArchiveTooLargeForDirectUploadIsWarnedOf() {
        Packing packing = new Packing(folder);
        packing.limits = new Limits(100, Long.MAX_VALUE);
        for (boolean reused : List.of(false, true)) {
            PackResult result = packing.pack();
            assertThat(result.reused()).isEqualTo(reused);
            assertThat(result.warnings()).singleElement().satisfies(warning -> {
                assertThat(warning.problem()).isEqualTo(Problem.LM106);
                assertThat(warning.render())
                        .startsWith("LM106 app-lambda.jar: ")
                        .contains("<codeBucket>", "-Dlambda.codeBucket", "org.lib:runtime:1.2");
            });
        }
    }

    @Test
    void classesThatDifferBetweenDependenciesAreToldOncePerPair() {
        PackResult result = new Packing(folder)
                .dependency(
                        "one", "a/A.class", "1", "a/B.class", "1", "a/Same.class", "same", "a/package-info.class", "1")
                .dependency(
                        "two", "a/B.class", "2", "a/A.class", "2", "a/Same.class", "same", "a/package-info.class", "2")
                .dependency("three", "com/example/Orders.class", "3")
                .pack();
        assertThat(result.warnings()).extracting(Diagnostic::problem).containsExactly(Problem.LM105, Problem.LM105);
        assertThat(result.warnings().get(0).render())
                .isEqualTo(
                        "LM105 org.lib:two:1.2: 2 classes, such as a.A, are others in org.lib:one:1.2; those are used."
                                + " Keep one of the two: add <exclusions> to the <dependency> that brings the other.");
        assertThat(result.warnings().get(1).summary())
                .isEqualTo("The class com.example.Orders is another one in the project's classes; that one is used.");
        assertThat(Jars.text(result.file(), "a/A.class")).isEqualTo("1");
    }

    @Test
    void inLibLayoutTheOrderOfNamesSaysWhichClassIsUsed() {
        Packing packing =
                new Packing(folder).dependency("zebra", "a/A.class", "1").dependency("ape", "a/A.class", "2");
        packing.layout = Layout.LIB;
        assertThat(packing.pack().warnings())
                .singleElement()
                .satisfies(
                        warning -> assertThat(warning.render()).contains("org.lib:zebra:1.2: ", "in org.lib:ape:1.2;"));
    }

    @Test
    void jackson3IsToldToBeBesideTheOneInUse() {
        Path jar = Jars.jar(folder.resolve("jackson3.jar"), Jars.entries("v", "3"));
        Packing packing =
                new Packing(folder).dependency(new Dependency("tools.jackson.core", "jackson-databind", "3.0.1", jar));
        assertThat(packing.pack().warnings()).isEmpty();
        packing.dependency(new Dependency("com.fasterxml.jackson.core", "jackson-databind", "2.22.4", jar));
        assertThat(packing.pack().warnings()).extracting(Diagnostic::problem).containsExactly(Problem.LM108);
    }

    @Test
    void anOutputThatCannotBeWrittenIsNamed() throws IOException {
        Packing packing = new Packing(folder);
        Files.writeString(folder.resolve("target"), "a file where the folder should be");
        Diagnostic fault = fault(packing);
        assertThat(fault.problem()).isEqualTo(Problem.LM107);
        assertThat(fault.place().subject()).isEqualTo(packing.output.toString());
    }

    @Test
    void anOutputThatIsAFolderIsNamedWithTheReason() throws IOException {
        Packing packing = new Packing(folder);
        Files.createDirectories(packing.output.resolve("something"));
        Diagnostic fault = fault(packing);
        assertThat(fault.problem()).isEqualTo(Problem.LM107);
        assertThat(fault.summary()).contains("DirectoryNotEmpty");
        assertThat(packing.output.getParent()).isDirectoryNotContaining("glob:**/lambda-pack*");
    }

    private void deleteClasses() {
        try (var walk = Files.walk(folder.resolve("classes"))) {
            walk.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Diagnostic fault(Packing packing) {
        assertThat(faults(packing)).hasSize(1);
        return faults(packing).get(0);
    }

    private static List<Diagnostic> faults(Packing packing) {
        return catchThrowableOfType(UserFault.class, packing::pack).diagnostics();
    }
}
