package io.lambdamaven.plugin.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HandlerCompilerTest {
    private static final SourceFile GOOD =
            new SourceFile("a/Good.java", "package a;\npublic class Good { static class Inner {} }\n");
    private static final SourceFile BAD =
            new SourceFile("a/Bad.java", "package a;\npublic class Bad {\n    Missing missing;\n}\n");
    private static final Path JAVAC = Path.of(System.getProperty("java.home"), "bin", "javac");

    @Test
    void theRunningJdksCompilerMakesClassFiles() {
        assertThat(HandlerCompiler.compile(List.of(GOOD), settings(17, null)))
                .containsOnlyKeys("a/Good.class", "a/Good$Inner.class");
    }

    @Test
    void aToolchainsCompilerMakesTheSameClassFiles() {
        var expected = HandlerCompiler.compile(List.of(GOOD), settings(17, null));
        var classes = HandlerCompiler.compile(List.of(GOOD), settings(17, JAVAC));
        assertThat(classes.keySet()).isEqualTo(expected.keySet());
        classes.forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(expected.get(path)));
    }

    @Test
    void anErrorIsToldWithFileAndLine() {
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> HandlerCompiler.compile(List.of(GOOD, BAD), settings(17, null)))
                .satisfies(fault -> assertThat(fault.diagnostics())
                        .singleElement()
                        .satisfies(each -> {
                            assertThat(each.problem()).isEqualTo(Problem.LM085);
                            assertThat(each.place().toString()).isEqualTo("a.Bad (Bad.java:3)");
                            assertThat(each.summary())
                                    .contains("cannot find symbol")
                                    .contains("class Missing");
                        }));
    }

    @Test
    void anErrorOfAToolchainsCompilerIsToldWithFileAndLine() {
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> HandlerCompiler.compile(List.of(BAD), settings(17, JAVAC)))
                .withMessageContaining("LM085")
                .withMessageContaining("a/Bad.java:3");
    }

    @Test
    void aReleaseThatTheCompilerDoesNotKnowIsTold() {
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> HandlerCompiler.compile(List.of(GOOD), settings(99, null)))
                .withMessageContaining("LM086")
                .withMessageContaining("99");
    }

    @Test
    void aToolchainWithoutCompilerIsTold() {
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> HandlerCompiler.compile(List.of(GOOD), settings(17, Path.of("no-such-javac"))))
                .withMessageContaining("LM086 no-such-javac");
    }

    @Test
    void aRuntimeWithoutCompilerIsTold() {
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> InProcessCompiler.compile(List.of(GOOD), settings(17, null), null))
                .withMessageContaining("LM086")
                .withMessageContaining("maven-toolchains-plugin");
    }

    private static HandlerCompiler.Settings settings(int release, @Nullable Path javac) {
        return new HandlerCompiler.Settings(List.of(), release, javac);
    }
}
