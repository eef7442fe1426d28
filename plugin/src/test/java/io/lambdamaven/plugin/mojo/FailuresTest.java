package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void oneFaultIsOneLine() {
        UserFault fault =
                new UserFault(Problem.LM001, new Place("a.B.c", "B.java", 7), "It is not public.", "Make it so.");

        assertThat(Failures.text(fault)).isEqualTo("LM001 a.B.c (B.java:7): It is not public. Make it so.");
    }

    @Test
    void severalFaultsAreCountedAndListed() {
        Diagnostics faults = new Diagnostics();
        faults.add(Problem.LM001, Place.of("x"), "One.", "Mend it.");
        faults.add(Problem.LM500, Place.of("y"), "Two.", "Mend it too.");

        assertThat(Failures.text(new UserFault(faults.list())))
                .isEqualTo("2 faults:\n  LM001 x: One. Mend it.\n  LM500 y: Two. Mend it too.");
    }

    @Test
    void somethingUnexpectedIsToldWithItsDeepestCause() {
        Exception e = new IllegalStateException("could not pack", new IOException("disk full"));

        assertThat(Failures.unexpected(e)).isEqualTo("could not pack (IOException: disk full)");
        assertThat(Failures.unexpected(new IllegalStateException())).isEqualTo("IllegalStateException");
    }
}
