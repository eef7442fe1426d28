package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.lambdamaven.runtime.json.JsonSink;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Log lines as JSON objects, with the members that Lambda's own have. They go out as bytes, since the client would put
 * text into an object of its own.
 */
final class JsonLog {
    static final String INFO = "INFO";
    static final String WARN = "WARN";
    static final String ERROR = "ERROR";

    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", INFO, WARN, ERROR, "FATAL");

    static final JsonLog OF_FUNCTION = new JsonLog(System.getenv("AWS_LAMBDA_LOG_LEVEL"));

    private final int least;

    /** @param level the function's setting; everything is logged without one, or with one that is no level */
    JsonLog(@Nullable String level) {
        this.least = level == null ? -1 : LEVELS.indexOf(level.toUpperCase(Locale.ROOT));
    }

    boolean takes(String level) {
        return LEVELS.indexOf(level) >= least;
    }

    void line(Context context, String level, String message) {
        if (takes(level)) {
            write(context, open(context, level, message));
        }
    }

    void failure(Context context, String headline, Throwable failure) {
        if (takes(ERROR)) {
            JsonSink out = open(context, ERROR, headline);
            error(out, failure);
            out.name("stackTrace").text(Traces.of(failure));
            write(context, out);
        }
    }

    JsonSink open(Context context, String level, String message) {
        JsonSink out = new JsonSink()
                .startObject()
                .name("timestamp")
                .text(Instant.now().toString())
                .name("level")
                .text(level)
                .name("message")
                .text(message)
                .name("AWSRequestId")
                .text(context.getAwsRequestId());
        optional(out, "traceId", Call.traceId(context));
        optional(out, "tenantId", context.getTenantId());
        return out;
    }

    static void error(JsonSink out, Throwable failure) {
        out.name("errorType").text(failure.getClass().getName());
        optional(out, "errorMessage", failure.getMessage());
    }

    static void optional(JsonSink out, String name, @Nullable String value) {
        if (value != null) {
            out.name(name).text(value);
        }
    }

    /** Closes the object and writes it. */
    void write(Context context, JsonSink object) {
        byte[] json = object.endObject().toBytes();
        LambdaLogger logger = context.getLogger();
        if (logger == null) {
            System.err.println(new String(json, StandardCharsets.UTF_8));
        } else {
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            logger.log(line);
        }
    }
}
