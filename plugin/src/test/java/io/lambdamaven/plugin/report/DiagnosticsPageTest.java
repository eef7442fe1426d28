package io.lambdamaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of the user guide and the enum tell of the same problems, in the same words and order. */
final class DiagnosticsPageTest {
    /** Surefire sets {@code basedir}; without it tests run in the module's folder. */
    private static final Path PAGE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../src/site/markdown/diagnostics.md");

    @Test
    void everyProblemHasItsHeadingAndThereAreNoOthers() throws IOException {
        List<String> headings = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("## "))
                .toList();
        assertThat(headings)
                .containsExactlyElementsOf(Arrays.stream(Problem.values())
                        .map(problem -> "## " + problem + " " + problem.title())
                        .toList());
    }

    @Test
    void everyHeadingIsFollowedByAnExplanation() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("## ")) {
                assertThat(lines.subList(i + 1, i + 3).get(1))
                        .as(lines.get(i))
                        .isNotBlank()
                        .doesNotStartWith("#");
            }
        }
    }

    @Test
    void idsAreInOrder() {
        assertThat(Arrays.stream(Problem.values()).map(Problem::name)).isSorted();
    }
}
