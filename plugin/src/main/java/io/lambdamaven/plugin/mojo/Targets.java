package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.apply.Port;
import io.lambdamaven.plugin.aws.AwsFunctions;
import io.lambdamaven.plugin.aws.AwsPort;
import io.lambdamaven.plugin.aws.AwsSettings;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.StageSettings;
import io.lambdamaven.plugin.stage.Staged;
import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens what a stage is deployed through: AWS or the local Lambda. */
record Targets(
        @Nullable String profile,
        @Nullable String endpoint,
        @Nullable File localDirectory,
        LogProgress progress) {

    Port port(Staged staged) {
        return switch (staged.settings().target()) {
            case AWS -> new AwsPort(aws(staged.settings()));
            case LOCAL -> throw new IllegalStateException();
        };
    }

    FunctionClient functions(Staged staged) {
        return switch (staged.settings().target()) {
            case AWS -> new AwsFunctionClient(aws(staged.settings()), staged.functionNames());
            case LOCAL -> throw new IllegalStateException();
        };
    }

    /** The URLs at which the stage's HTTP routes answer. */
    List<String> endpoints(Staged staged) {
        return switch (staged.settings().target()) {
            case AWS -> {
                List<String> found = new ArrayList<>();
                try (AwsFunctions functions = new AwsFunctions(aws(staged.settings()))) {
                    staged.functionNames().forEach(name -> found.addAll(functions.endpoints(name)));
                }
                yield found;
            }
            case LOCAL -> throw new IllegalStateException();
        };
    }

    private AwsSettings aws(StageSettings settings) {
        return new AwsSettings(settings.region(), profile, uri(), settings.codeBucket());
    }

    private @Nullable URI uri() {
        if (endpoint == null || endpoint.isBlank()) {
            return null;
        }
        try {
            URI uri = URI.create(endpoint.strip());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw notAnEndpoint(e);
        }
        throw notAnEndpoint(new IllegalArgumentException("neither http nor https"));
    }

    private UserFault notAnEndpoint(Exception cause) {
        return new UserFault(
                Problem.LM511,
                Place.of("lambda.endpoint"),
                "'" + endpoint + "' is not the address of an endpoint.",
                "Set <endpoint> or -Dlambda.endpoint to something like http://127.0.0.1:5000.",
                cause);
    }
}
