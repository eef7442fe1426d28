package io.lambdamaven.plugin.local.host;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The {@code REPORT} line of an invocation, in Lambda's wording. */
final class ReportLine {
    private ReportLine() {}

    /** Since August 2025 Lambda bills the start of an environment too. */
    static String of(
            String requestId, double millis, @Nullable Double init, int memorySize, int used, Outcome outcome) {
        double billed = Math.ceil(millis + (init == null ? 0 : init));
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %.0f ms\tMemory Size: %d MB\tMax Memory Used: %d MB\t",
                requestId,
                millis,
                billed,
                memorySize,
                used));
        if (init != null) {
            line.append(String.format(Locale.ROOT, "Init Duration: %.2f ms\t", init));
        }
        return line.append(outcome.status()).toString();
    }
}
