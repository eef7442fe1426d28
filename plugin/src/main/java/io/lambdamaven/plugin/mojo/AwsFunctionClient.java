package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.aws.AwsFunctions;
import io.lambdamaven.plugin.aws.AwsPort;
import io.lambdamaven.plugin.aws.AwsSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions on AWS. */
final class AwsFunctionClient implements FunctionClient {
    private static final Pattern INIT = Pattern.compile("Init Duration: ([0-9.]+) ms");

    private final AwsFunctions functions;
    private final AwsSettings settings;
    private final List<String> functionNames;

    AwsFunctionClient(AwsSettings settings, List<String> functionNames) {
        this.settings = settings;
        this.functions = new AwsFunctions(settings);
        this.functionNames = List.copyOf(functionNames);
    }

    @Override
    public Origin origin() {
        try (AwsPort port = new AwsPort(settings)) {
            Whereabouts where = port.whereabouts();
            String domain = functions.endpoints(functionNames.get(0)).stream()
                    .map(endpoint -> URI.create(endpoint).getHost())
                    .findFirst()
                    .orElse(null);
            return new Origin(where.partition(), where.region(), where.account(), domain);
        }
    }

    @Override
    public Invocation invoke(String functionName, String qualifier, String payload) {
        long started = System.nanoTime();
        AwsFunctions.Invocation result =
                functions.invoke(functionName, qualifier, payload.getBytes(StandardCharsets.UTF_8));
        long millis = (System.nanoTime() - started) / 1_000_000;
        Matcher init = INIT.matcher(result.logTail());
        return new Invocation(
                200,
                result.payload(),
                result.functionError(),
                millis,
                init.find() ? Double.valueOf(init.group(1)) : null,
                result.logTail().lines().toList());
    }

    @Override
    public Optional<String> liveVersion(String functionName) {
        return Optional.ofNullable(functions.aliases(functionName).get("live"));
    }

    @Override
    public List<String> logs(String functionName, long sinceEpochMillis) {
        return functions.logs(functionName, Instant.ofEpochMilli(sinceEpochMillis)).stream()
                .map(line -> line.time() + " " + line.message())
                .toList();
    }

    @Override
    public void close() {
        functions.close();
    }
}
