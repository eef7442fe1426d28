package io.lambdamaven.plugin.local;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.wire.LogLines;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Uses what is deployed on a local Lambda. */
public final class LocalInvoker {
    private final LocalDaemon daemon;

    public LocalInvoker(LocalDaemon daemon) {
        this.daemon = daemon;
    }

    /**
     * What came of one invocation.
     *
     * @param status HTTP status of the Invoke API: 200, also where the function failed
     * @param functionError {@code Unhandled} where the function failed
     * @param millis how long the handler took
     * @param initMillis what the cold start took, or null where a warm environment answered
     * @param log the last 4 KB of the log
     */
    public record Invocation(
            int status,
            String payload,
            @Nullable String functionError,
            double millis,
            @Nullable Double initMillis,
            List<String> log) {
        public Invocation {
            log = List.copyOf(log);
        }
    }

    /** Where a function answers HTTP requests. */
    public record Front(String functionName, String url) {}

    /** Sends a JSON payload and waits for the answer.
     *
     * @param qualifier alias, version or {@code $LATEST} */
    public Invocation invoke(String functionName, String qualifier, String payload) {
        String path = "/2015-03-31/functions/" + encoded(functionName) + "/invocations?Qualifier=" + encoded(qualifier);
        HttpResponse<byte[]> response = daemon.required().invoke(path, payload.getBytes(StandardCharsets.UTF_8));
        if (response.statusCode() == 404) {
            throw new UserFault(
                    Problem.LM404,
                    Place.of(functionName),
                    "The local Lambda has no function " + functionName + " with the alias or version " + qualifier
                            + ".",
                    "Deploy it with mvn lambda:deploy -Dlambda.target=local, or set -Dlambda.stage to the stage it"
                            + " was deployed for.");
        }
        if (response.statusCode() != 200) {
            throw DaemonClient.refused(response);
        }
        return new Invocation(
                response.statusCode(),
                new String(response.body(), StandardCharsets.UTF_8),
                header(response, "X-Amz-Function-Error").orElse(null),
                header(response, "x-lambda-maven-millis").map(Double::valueOf).orElse(0.0),
                header(response, "x-lambda-maven-init-millis")
                        .map(Double::valueOf)
                        .orElse(null),
                header(response, "X-Amz-Log-Result").map(LocalInvoker::lines).orElse(List.of()));
    }

    /** The number of the version that an alias points at; empty where there is no such function or alias. */
    public Optional<String> version(String functionName, String alias) {
        HttpResponse<byte[]> response = daemon.required()
                .ask("/2015-03-31/functions/" + encoded(functionName) + "/configuration?Qualifier=" + encoded(alias));
        return response.statusCode() == 200
                ? Optional.of(Json.parse(response.body()).asObject().text("Version"))
                : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<String> header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name);
    }

    private static List<String> lines(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** Where a project's functions answer in a stage; none if no daemon runs. */
    public List<Front> fronts(String project, String stage) {
        return daemon.client().map(client -> client.get("fronts").asArray().values()).orElse(List.of()).stream()
                .map(Json::asObject)
                .filter(front -> front.text("project").equals(project)
                        && front.text("stage").equals(stage))
                .map(LocalInvoker::front)
                .toList();
    }

    private static Front front(JsonObject json) {
        return new Front(json.text("functionName"), json.text("url"));
    }

    /** A function's log since a time, in epoch milliseconds: each line a time, a tab and the text; oldest first. */
    public List<String> logs(String functionName, long sinceMillis) {
        return LogLines.since(daemon.directory().log(functionName), sinceMillis);
    }
}
