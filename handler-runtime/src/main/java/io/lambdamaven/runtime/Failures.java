package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/**
 * Logs the exceptions that are answered instead of thrown; those that are thrown Lambda's client logs by itself. Nothing
 * that a line quotes can begin a line of its own.
 */
final class Failures {
    /** Whether the function's log is to be JSON; text is the default. */
    static final boolean JSON = "JSON".equalsIgnoreCase(System.getenv("AWS_LAMBDA_LOG_FORMAT"));

    private Failures() {}

    static void log(Context context, String headline, Throwable failure) {
        if (JSON) {
            JsonLog.OF_FUNCTION.failure(context, headline, failure);
        } else {
            write(context, Traces.escaped(headline) + ": " + Traces.of(failure));
        }
    }

    static void log(Context context, String line) {
        if (JSON) {
            JsonLog.OF_FUNCTION.line(context, JsonLog.WARN, line);
        } else {
            write(context, Traces.escaped(line));
        }
    }

    static void write(Context context, String line) {
        LambdaLogger logger = context.getLogger();
        if (logger == null) {
            System.err.println(line);
        } else {
            // The client adds no line break of its own where it writes to a stream.
            logger.log(line.endsWith("\n") ? line : line + "\n");
        }
    }
}
