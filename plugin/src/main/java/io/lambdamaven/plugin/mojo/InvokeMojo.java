package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.sample.Sample;
import io.lambdamaven.plugin.sample.SampleContext;
import io.lambdamaven.plugin.sample.SampleEvents;
import io.lambdamaven.plugin.stage.FunctionSettings;
import io.lambdamaven.plugin.stage.Staged;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Sends a deployed function an HTTP request, a sample event of one of its triggers, a command or any payload, and shows
 * the answer, the time it took, whether it was a cold start, and the end of the log. Fails if the function failed.
 */
@Mojo(name = "invoke", requiresProject = false, threadSafe = true)
public final class InvokeMojo extends DeployableMojo {
    /**
     * What to send: a request line (<code>POST /orders</code>), a kind of event (<code>s3</code>, <code>sqs</code>,
     * <code>sns</code>, <code>kinesis</code>, <code>cognito</code> and all others that <code>lambda:routes</code> lists), a method
     * (<code>OrderEvents.statusChanged</code>), or a kind and which one (<code>sqs:OrderEvents.statusChanged</code>). Without it,
     * and without <code>lambda.command</code>, the payload itself is sent.
     */
    @Parameter(property = "lambda.event")
    private @Nullable String event;

    /**
     * The request's body, the object's key, the message or messages (a JSON array), or the whole payload where
     * <code>lambda.event</code> is not given.
     */
    @Parameter(property = "lambda.payload")
    private @Nullable String payload;

    /** A file with the payload. */
    @Parameter(property = "lambda.payloadFile")
    private @Nullable File payloadFile;

    /** The command to run. */
    @Parameter(property = "lambda.command")
    private @Nullable String command;

    /** The command's arguments: named ones as <code>a=1,b=x</code> or a JSON object, else JSON or a text. */
    @Parameter(property = "lambda.args")
    private @Nullable String args;

    /** Which of the project's functions, by the name in <code>@LambdaFunction</code>; without it the default one. */
    @Parameter(property = "lambda.function", defaultValue = "")
    private @Nullable String function;

    @Override
    void run() throws IOException, MojoFailureException {
        Manifest manifest = known();
        Staged staged = found(manifest);
        int index = FunctionChoice.index(manifest.application().functions(), function);
        FunctionSettings settings = staged.settings().functions().get(index);
        try (FunctionClient client = targets().functions(staged)) {
            Sent sent = sent(manifest.application().functions().get(index), settings, client);
            FunctionClient.Invocation result = client.invoke(settings.functionName(), sent.qualifier(), sent.json());
            progress()
                    .lines(InvocationText.of(
                            sent.what(), settings.functionName(), sent.qualifier(), sent.shown(), result));
            if (result.functionError() != null) {
                throw new MojoFailureException(
                        "LM507 " + settings.functionName() + ": the function failed. Its answer and log are above.");
            }
        }
    }

    private record Sent(
            String what,
            String qualifier,
            String json,
            @Nullable String shown) {}

    private Sent sent(FunctionModel model, FunctionSettings settings, FunctionClient client) throws IOException {
        String body = payload();
        String kind = commandLine().get("lambda.payload") != null
                        && commandLine().get("lambda.event") == null
                        && commandLine().get("lambda.command") == null
                        && event == null
                        && command == null
                ? null
                : event;
        if (command != null) {
            kind = "command:" + command;
            body = args;
        }
        if (kind == null) {
            String json = body == null ? "{}" : body;
            return new Sent("Payload", "live", json, json);
        }
        FunctionClient.Origin origin = client.origin();
        SampleContext context = new SampleContext(
                settings.functionName(), origin.region(), origin.account(), settings.placeholders(), origin.domain());
        Sample sample = new SampleEvents(context, Clock.systemUTC()).of(model, kind, body);
        return new Sent(
                InvocationText.title(sample.route(), kind, settings.placeholders()),
                sample.qualifier(),
                sample.json(),
                body);
    }

    private @Nullable String payload() throws IOException {
        if (payloadFile == null) {
            return payload == null ? null : payload.strip();
        }
        if (!payloadFile.isFile()) {
            throw new UserFault(
                    Problem.LM508,
                    Place.of("lambda.payloadFile"),
                    "There is no file " + payloadFile + ".",
                    "Name a file with the payload, or give the payload itself with -Dlambda.payload.");
        }
        return Files.readString(payloadFile.toPath());
    }
}
