package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Logs the exceptions that are answered instead of thrown; those that are thrown Lambda's client logs by itself. */
final class Failures {
    private Failures() {}

    static void log(Context context, String headline, Throwable failure) {
        StringWriter trace = new StringWriter();
        PrintWriter writer = new PrintWriter(trace);
        failure.printStackTrace(writer);
        writer.flush();
        log(context, headline + ": " + trace);
    }

    static void log(Context context, String line) {
        LambdaLogger logger = context.getLogger();
        if (logger == null) {
            System.err.println(line);
        } else {
            // The client adds no line break of its own where it writes to a stream.
            logger.log(line.endsWith("\n") ? line : line + "\n");
        }
    }
}
