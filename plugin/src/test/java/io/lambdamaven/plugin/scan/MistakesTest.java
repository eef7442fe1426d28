package io.lambdamaven.plugin.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the scanner refuses, each in a project of its own and all of it in one. */
final class MistakesTest {
    @TempDir
    Path folder;

    /** @param code the members of a class, or whole classes */
    record Mistake(Problem problem, String place, String code) {
        @Override
        public String toString() {
            return problem + " " + problem.title() + ": "
                    + code.lines().findFirst().orElse("");
        }
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(Mistakes.ALL, TriggerMistakes.ALL, SettingMistakes.ALL, RestMistakes.ALL)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldWithItsPlace(Mistake mistake) {
        UserFault fault = scan(project(List.of(mistake)));
        assertThat(fault.diagnostics())
                .as(fault.getMessage())
                .extracting(Diagnostic::problem, each -> each.place().subject().replaceAll("^shop\\d+\\.", ""))
                .containsExactly(tuple(mistake.problem(), mistake.place()));
        Diagnostic diagnostic = fault.diagnostics().get(0);
        assertThat(diagnostic.place().file()).endsWith(".java");
        assertThat(diagnostic.summary()).endsWith(".");
        assertThat(diagnostic.remedy()).endsWith(".");
    }

    @Test
    void aProjectFullOfMistakesIsRefusedOnceWithAllOfThem() {
        // With an instance factory, however mistaken, handler classes need no constructor; so those are left out.
        List<Mistake> all = mistakes()
                .filter(each -> each.problem().compareTo(Problem.LM070) < 0
                        || each.problem().compareTo(Problem.LM072) > 0)
                // One of these is with a factory, too.
                .filter(each -> !each.code().contains("@InstanceFactory"))
                .toList();
        UserFault fault = scan(project(all));
        Set<Problem> told =
                fault.diagnostics().stream().map(Diagnostic::problem).collect(Collectors.toSet());
        assertThat(told)
                .containsAll(all.stream().map(Mistake::problem).toList())
                .hasSizeGreaterThan(60);
        assertThat(fault.diagnostics())
                .allSatisfy(each ->
                        assertThat(each.place().toString()).matches("[\\w.]+(\\(\\w+\\))? \\(\\w+\\.java(:\\d+)?\\)"));
        assertThat(fault.getMessage().lines()).hasSize(fault.diagnostics().size());
    }

    @Test
    void everyProblemOfAProjectHasATestThatProvokesIt() {
        Set<Problem> provoked = EnumSet.noneOf(Problem.class);
        mistakes().forEach(each -> provoked.add(each.problem()));
        // These have tests of their own: below, in HandlerCompilerTest, ManifestJsonTest, WebApplicationsTest,
        // OpenApiTest
        // and DescriptionRouteTest.
        provoked.addAll(EnumSet.of(Problem.LM009, Problem.LM080, Problem.LM081, Problem.LM085, Problem.LM086));
        provoked.addAll(EnumSet.of(Problem.LM043, Problem.LM044, Problem.LM049, Problem.LM083, Problem.LM084));
        provoked.addAll(EnumSet.of(Problem.LM078, Problem.LM117, Problem.LM124, Problem.LM090, Problem.LM091));
        assertThat(Arrays.stream(Problem.values()).filter(each -> each.name().compareTo("LM100") < 0))
                .allSatisfy(each -> assertThat(provoked).contains(each));
    }

    @Test
    void aParameterWhoseNameTheClassFileLacksNeedsOne() {
        Path classes = project(
                        List.of(
                                new Mistake(
                                        Problem.LM009,
                                        "",
                                        "@HttpTrigger(path = \"/a\") public void a(@QueryParam String first, @QueryParam(\"b\") String b) {}")))
                .options("-g:none")
                .compile();
        UserFault fault = refused(classes);
        assertThat(fault.diagnostics()).singleElement().satisfies(each -> {
            assertThat(each.problem()).isEqualTo(Problem.LM009);
            assertThat(each.place().toString()).isEqualTo("shop0.Shop.a(arg0)");
            assertThat(each.remedy()).contains("@QueryParam", "<parameters>true</parameters>");
        });
    }

    @Test
    void debugInformationIsEnoughForNames() {
        Path classes = project(List.of(new Mistake(
                        Problem.LM009,
                        "",
                        "@HttpTrigger(path = \"/a/{c}\") public void a(@QueryParam long b, @PathParam String c) {}")))
                .options("-g")
                .compile();
        assertThat(ProjectScanner.scan(List.of(classes), UserProject.libraries())
                        .functions())
                .hasSize(1);
    }

    @Test
    void aClassFileOfALaterReleaseIsTold() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("later"));
        Files.write(classes.resolve("A.class"), new byte[] {
            (byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
        });
        assertThat(refused(classes)).hasMessageContaining("LM080").hasMessageContaining("A.class");
    }

    @Test
    void aBrokenClassFileIsTold() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(classes.resolve("A.class"), "no class");
        assertThat(refused(classes)).hasMessageContaining("LM081").hasMessageContaining("A.class");
    }

    @Test
    void aBrokenJarIsTold() throws IOException {
        Path jar = Files.writeString(folder.resolve("broken.jar"), "no jar");
        assertThat(refused(jar)).hasMessageContaining("LM081").hasMessageContaining("broken.jar");
    }

    private UserFault scan(UserProject project) {
        return refused(project.compile());
    }

    private static UserFault refused(Path classes) {
        UserFault fault = catchThrowableOfType(
                UserFault.class, () -> ProjectScanner.scan(List.of(classes), UserProject.libraries()));
        assertThat(fault).as("nothing was refused").isNotNull();
        return fault;
    }

    private UserProject project(List<Mistake> mistakes) {
        UserProject project = new UserProject(folder);
        for (int i = 0; i < mistakes.size(); i++) {
            String code = mistakes.get(i).code();
            String type = code.startsWith("class:")
                    ? code.substring("class:".length())
                    : "public class Shop {\n" + code + "\n}";
            project.with("package shop" + i + ";\n" + Mistakes.IMPORTS + type);
        }
        return project;
    }
}
