package io.lambdamaven.runtime.callback;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Logs what was told to a service and so is not thrown. */
final class Log {
    private Log() {}

    static void failure(Context context, String headline, Throwable failure) {
        StringWriter trace = new StringWriter();
        PrintWriter writer = new PrintWriter(trace);
        failure.printStackTrace(writer);
        writer.flush();
        line(context, headline + ": " + trace);
    }

    static void line(Context context, String line) {
        LambdaLogger logger = context.getLogger();
        if (logger == null) {
            System.err.println(line);
        } else {
            logger.log(line.endsWith("\n") ? line : line + "\n");
        }
    }
}
