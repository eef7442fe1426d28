package io.lambdamaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticTest {
    @Test
    void aSummaryEndsInAStopWhoeverWroteIt() {
        assertThat(rendered("S3 refuses it: Overlapping prefixes"))
                .isEqualTo("LM311 the bucket: S3 refuses it: Overlapping prefixes. Change the prefix.");
        assertThat(rendered("It is refused.")).isEqualTo("LM311 the bucket: It is refused. Change the prefix.");
        assertThat(rendered("It is refused (400)"))
                .isEqualTo("LM311 the bucket: It is refused (400). Change the prefix.");
    }

    private static String rendered(String summary) {
        return new Diagnostic(Problem.LM311, Place.of("the bucket"), summary, "Change the prefix.").render();
    }
}
