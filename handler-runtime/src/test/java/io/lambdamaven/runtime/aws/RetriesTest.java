package io.lambdamaven.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RetriesTest {
    private static final int DRAWS = 2_000;

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 200", "3, 400", "4, 800", "5, 1600", "6, 3200", "7, 5000", "8, 5000", "9, 5000"})
    void pausesAreSpreadFromNothingToAMostThatDoublesAndIsCapped(int attempt, long most) {
        SplittableRandom random = new SplittableRandom(42);
        List<Integer> quarters = new ArrayList<>(List.of(0, 0, 0, 0));
        long longest = 0;
        for (int i = 0; i < DRAWS; i++) {
            long pause = Retries.pauseAfter(attempt, random);
            assertThat(pause).isBetween(0L, most);
            longest = Math.max(longest, pause);
            int quarter = (int) Math.min(3, pause * 4 / most);
            quarters.set(quarter, quarters.get(quarter) + 1);
        }
        assertThat(longest).isGreaterThan(most * 9 / 10);
        assertThat(quarters).as("each quarter of the time").allMatch(count -> count > DRAWS / 5);
    }

    @Test
    void theLongestPauseOfAllIsDrawnToo() {
        assertThat(new SplittableRandom(7)
                        .longs(DRAWS)
                        .anyMatch(seed -> Retries.pauseAfter(1, new SplittableRandom(seed)) == 100))
                .isTrue();
    }

    @Test
    void afterTheTenthAttemptThereIsNone() {
        assertThat(Retries.pause(10, Deadline.in(60_000))).isFalse();
        assertThat(Retries.pause(1, Deadline.in(60_000))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 49})
    void withoutTimeForAnotherAttemptNobodyWaits(long millis) {
        long start = System.nanoTime();
        assertThat(Retries.pause(1, Deadline.in(millis))).isFalse();
        assertThat(millisSince(start)).isLessThan(50);
    }

    @Test
    void aPauseThatWouldGoOverTheDeadlineIsNotBegun() {
        int waited = 0;
        for (int i = 0; i < 100; i++) {
            waited += Retries.pause(4, Deadline.in(90)) ? 1 : 0;
        }
        assertThat(waited).as("of 100, with one of 20 pauses short enough").isLessThan(30);
    }

    @Test
    void aPauseIsWaitedFor() {
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(Retries.pause(1, Deadline.in(10_000))).isTrue();
        }
        assertThat(millisSince(start)).isGreaterThan(300);
    }

    @Test
    void whoIsInterruptedDoesNotTryAgainAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(Retries.pause(9, Deadline.in(60_000))).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "500, ''",
        "503, ''",
        "599, ''",
        "429, ''",
        "408, ''",
        "400, ThrottlingException",
        "400, SlowDown",
        "400, RequestTimeout"
    })
    void whatPassesByItselfIsTriedAgain(int status, String code) {
        assertThat(Retries.isPassing(status, code)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"400, ''", "403, AccessDenied", "404, NoSuchKey", "301, PermanentRedirect", "409, ''", "499, ''"})
    void whatStaysIsNot(int status, String code) {
        assertThat(Retries.isPassing(status, code)).isFalse();
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
