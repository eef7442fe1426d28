package io.lambdamaven.plugin.local.host;

import io.lambdamaven.plugin.json.Json;
import java.util.Locale;

/**
 * The payloads of failures that Lambda, not the function, reports, in Lambda's wording.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-exceptions.html">Lambda function errors in Java</a>
 */
final class ErrorPayload {
    /** The most that a response may hold, in bytes. */
    static final int LARGEST_RESPONSE = 6 * 1024 * 1024 + 100;

    private ErrorPayload() {}

    static byte[] timedOut(String requestId, int timeout) {
        return of("Sandbox.Timedout", "RequestId: " + requestId + " Error: " + timedOutText(timeout));
    }

    static String timedOutText(int timeout) {
        return String.format(Locale.ROOT, "Task timed out after %d.00 seconds", timeout);
    }

    static byte[] exited(String requestId, int status) {
        return of("Runtime.ExitError", "RequestId: " + requestId + " Error: " + exitedText(status));
    }

    static String exitedText(int status) {
        return switch (status) {
            case 0 -> "Runtime exited without providing a reason";
            // The JVM gives 128 + the signal's number for a process that a signal ended.
            case 134 -> "Runtime exited with error: signal: aborted";
            case 137 -> "Runtime exited with error: signal: killed";
            case 139 -> "Runtime exited with error: signal: segmentation fault";
            case 143 -> "Runtime exited with error: signal: terminated";
            default -> "Runtime exited with error: exit status " + status;
        };
    }

    static byte[] tooLarge(long size) {
        return of(
                "Function.ResponseSizeTooLarge",
                "Response payload size (" + size + " bytes) exceeded maximum allowed payload size (" + LARGEST_RESPONSE
                        + " bytes).");
    }

    private static byte[] of(String type, String message) {
        return Json.object()
                .put("errorType", type)
                .put("errorMessage", message)
                .build()
                .canonicalBytes();
    }
}
