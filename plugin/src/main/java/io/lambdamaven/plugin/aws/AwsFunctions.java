package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigateway.model.GetRestApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/** Uses what is deployed: invokes functions and reads their logs. */
public final class AwsFunctions implements AutoCloseable {
    private final AwsErrors errors;
    private final AwsClients clients;

    /** With credentials from the SDK's default chain, or the profile that the settings name. */
    public AwsFunctions(AwsSettings settings) {
        this(settings, null);
    }

    AwsFunctions(AwsSettings settings, @Nullable AwsCredentialsProvider credentials) {
        this.errors = new AwsErrors(settings);
        try {
            this.clients = new AwsClients(settings, credentials);
        } catch (SdkException e) {
            throw errors.translate(e, "AWS");
        }
    }

    /**
     * What an invocation gave.
     *
     * @param payload the answer, JSON
     * @param functionError {@code Handled} or {@code Unhandled}, null where the function returned
     * @param logTail the last 4 KB of its log, with Lambda's REPORT line
     */
    public record Invocation(
            String payload,
            @Nullable String functionError,
            String logTail,
            @Nullable String version) {}

    /** One line that a function wrote. */
    public record LogLine(Instant time, String stream, String id, String message) {}

    /** Invokes and waits for the answer. */
    public Invocation invoke(String function, String qualifier, byte[] payload) {
        return call("function " + function + ":" + qualifier, () -> {
            InvokeResponse answer = clients.lambda.invoke(r -> r.functionName(function)
                    .qualifier(qualifier)
                    .logType(LogType.TAIL)
                    .payload(SdkBytes.fromByteArray(payload)));
            String tail = answer.logResult() == null
                    ? ""
                    : new String(Base64.getDecoder().decode(answer.logResult()), StandardCharsets.UTF_8);
            String result = answer.payload() == null ? "" : answer.payload().asUtf8String();
            return new Invocation(result, answer.functionError(), tail, answer.executedVersion());
        });
    }

    /** What a function has logged since, oldest first. */
    public List<LogLine> logs(String function, Instant since) {
        String group = "/aws/lambda/" + function;
        return call("log group " + group, () -> {
            List<LogLine> lines = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (FilteredLogEvent each : clients.logs
                    .filterLogEventsPaginator(r -> r.logGroupName(group).startTime(since.toEpochMilli()))
                    .events()) {
                if (seen.add(each.eventId())) {
                    lines.add(new LogLine(
                            Instant.ofEpochMilli(each.timestamp()),
                            each.logStreamName(),
                            each.eventId(),
                            each.message()));
                }
            }
            lines.sort(Comparator.comparing(LogLine::time));
            return lines;
        });
    }

    /** Versions that aliases point at, by alias; empty where the function is not there. */
    public Map<String, String> aliases(String function) {
        return call("function " + function, () -> {
            Map<String, String> versions = new TreeMap<>();
            clients.lambda
                    .listAliasesPaginator(r -> r.functionName(function))
                    .aliases()
                    .forEach(alias -> versions.put(alias.name(), alias.functionVersion()));
            return versions;
        });
    }

    /** Where HTTP requests go: the API's endpoint or the function's URL, if there is one. */
    public List<String> endpoints(String function) {
        return call("endpoints of " + function, () -> {
            List<String> endpoints = new ArrayList<>();
            String token = null;
            do {
                String next = token;
                GetApisResponse page =
                        clients.api.getApis(r -> r.maxResults("100").nextToken(next));
                page.items().stream()
                        .filter(api -> api.name().equals(function) && api.tags().containsKey(Desired.PROJECT_TAG))
                        .map(Api::apiEndpoint)
                        .forEach(endpoints::add);
                page.items().stream()
                        .filter(api -> api.name().equals(DerivedNames.webSocketApi(function))
                                && api.tags().containsKey(Desired.PROJECT_TAG))
                        .forEach(api -> endpoints.addAll(webSocketEndpoints(api)));
                token = page.nextToken();
            } while (token != null);
            try {
                endpoints.add(clients.lambda
                        .getFunctionUrlConfig(r -> r.functionName(function).qualifier(DerivedNames.LIVE))
                        .functionUrl());
            } catch (software.amazon.awssdk.services.lambda.model.ResourceNotFoundException e) {
                // It has none.
            }
            return endpoints;
        });
    }

    /** The URLs of the function's REST API, one for each stage that we made of it. */
    public List<String> restEndpoints(String function) {
        return call("endpoints of " + function, () -> {
            List<String> endpoints = new ArrayList<>();
            for (var api : Pages.all(
                    token -> RestApis.client(clients)
                            .getRestApis(r -> r.limit(RestApis.MOST).position(token)),
                    GetRestApisResponse::items,
                    GetRestApisResponse::position)) {
                if (DerivedNames.restApi(function).equals(api.name())
                        && api.tags().containsKey(Desired.PROJECT_TAG)) {
                    RestApis.client(clients).getStages(r -> r.restApiId(api.id())).item().stream()
                            .filter(stage -> stage.tags().containsKey(Desired.PROJECT_TAG))
                            .forEach(stage -> endpoints.add("https://" + api.id() + ".execute-api."
                                    + clients.region().id() + "."
                                    + clients.region().metadata().partition().dnsSuffix() + "/" + stage.stageName()));
                }
            }
            return endpoints;
        });
    }

    private List<String> webSocketEndpoints(Api api) {
        return new ApiParts(clients.api)
                .stages(api.apiId()).stream()
                        .filter(stage -> stage.tags().containsKey(Desired.PROJECT_TAG))
                        .map(stage -> api.apiEndpoint() + "/" + stage.stageName())
                        .toList();
    }

    private <T> T call(String subject, Supplier<T> call) {
        try {
            return call.get();
        } catch (software.amazon.awssdk.services.lambda.model.ResourceNotFoundException
                | software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException e) {
            throw new UserFault(
                    Problem.LM315,
                    Place.of(subject),
                    "It is not there.",
                    "Deploy first (mvn lambda:deploy), or correct -Dlambda.stage, -Dlambda.function or -Dlambda.region.",
                    e);
        } catch (SdkException e) {
            throw errors.translate(e, subject);
        }
    }

    @Override
    public void close() {
        clients.close();
    }
}
