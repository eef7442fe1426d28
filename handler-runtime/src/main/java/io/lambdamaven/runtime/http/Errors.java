package io.lambdamaven.runtime.http;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.api.MediaTypes;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.bind.LazyRequest;
import io.lambdamaven.runtime.bind.Violation;
import io.lambdamaven.runtime.json.JsonException;
import io.lambdamaven.runtime.json.JsonSink;
import io.lambdamaven.runtime.reply.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors in the form that a caller takes: RFC 9457's, or as text where only other types are wanted. */
public final class Errors {
    private static final List<String> FORMS =
            List.of("application/problem+json", "application/json", "text/plain", "text/html");

    private Errors() {}

    /**
     * An error.
     *
     * @param status 400 to 599
     * @param detail what the caller is told
     * @param request that it answers
     * @return of type {@code application/problem+json} unless the caller asks for text alone
     */
    public static HttpResponse of(int status, String detail, LazyRequest request) {
        return isText(request) ? Problems.text(status, detail) : Problems.of(status, detail);
    }

    /**
     * The error of arguments that do not keep their constraints.
     *
     * @param fault says all that is wrong
     * @param request that has them
     * @return 400, with each violation as a member of {@code violations}
     */
    public static HttpResponse invalid(BindException fault, LazyRequest request) {
        String detail = String.valueOf(fault.getMessage());
        if (isText(request)) {
            return Problems.text(400, detail);
        }
        List<Violation> violations = fault.violations();
        JsonSink sink = Problems.start(400, "the request does not keep its constraints");
        sink.name("violations").startArray();
        for (int i = 0; i < violations.size(); i++) {
            Violation each = violations.get(i);
            sink.startObject()
                    .name("path")
                    .text(each.path())
                    .name("message")
                    .text(each.message())
                    .endObject();
        }
        return Problems.end(400, sink.endArray());
    }

    /** Whoever takes neither JSON nor text gets the form that says most. */
    private static boolean isText(LazyRequest request) {
        String form = MediaTypes.best(accept(request), FORMS);
        return form != null && form.startsWith("text/");
    }

    private static @Nullable String accept(LazyRequest request) {
        try {
            return request.header("accept");
        } catch (JsonException e) {
            return null; // what is wrong with the event is told already
        }
    }
}
