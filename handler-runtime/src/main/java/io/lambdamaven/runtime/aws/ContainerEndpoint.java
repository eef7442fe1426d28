package io.lambdamaven.runtime.aws;

import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint that hands credentials to whoever runs beside it.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">AWS: container
 *     credential provider</a>
 */
final class ContainerEndpoint {
    private static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private static final String WHAT = "the endpoint for credentials";
    private static final String RELATIVE_TO = "http://169.254.170.2";

    private final Map<String, String> environment;

    ContainerEndpoint(Map<String, String> environment) {
        this.environment = environment;
    }

    Credentials fetch(Deadline deadline) {
        URI uri = uri();
        Map<String, String> headers = headers();
        for (int attempt = 1; ; attempt++) {
            AwsException failure;
            try {
                AwsResponse response = Http.exchange("GET", uri, headers, new byte[0], Http.PATIENCE, deadline);
                if (response.isGood()) {
                    return read(response.body(), attempt);
                }
                failure = Errors.of(WHAT, response, attempt, Credentials.NONE);
            } catch (IOException e) {
                failure = Errors.of(WHAT, Errors.host(uri), e, attempt);
            }
            boolean again = failure.status() == 0 || Retries.isPassing(failure.status(), failure.code());
            if (!again || !Retries.pause(attempt, deadline)) {
                throw failure;
            }
        }
    }

    private static Credentials read(byte[] json, int attempt) {
        try {
            String id = Members.text(json, "AccessKeyId");
            String secret = Members.text(json, "SecretAccessKey");
            String token = Members.text(json, "Token");
            String expiration = Members.text(json, "Expiration");
            if (!id.isEmpty() && !secret.isEmpty()) {
                return new Credentials(
                        id,
                        secret,
                        token.isEmpty() ? null : token,
                        expiration.isEmpty() ? null : Instant.parse(expiration));
            }
        } catch (JsonException | DateTimeException e) {
            // Not as the cause: their messages quote what was read.
        }
        throw new AwsException(WHAT + " gave something else than credentials", 200, "", attempt, null);
    }

    /** Whether anything says that there is one. */
    boolean isNamed() {
        return given(RELATIVE) != null || given(FULL) != null;
    }

    /** Where it is: on this machine, over TLS, or next door. */
    URI uri() {
        String relative = given(RELATIVE);
        String full = given(FULL);
        if (relative == null && full == null) {
            throw new IllegalStateException("there are no AWS credentials: neither AWS_ACCESS_KEY_ID and"
                    + " AWS_SECRET_ACCESS_KEY nor AWS_CONTAINER_CREDENTIALS_FULL_URI is set");
        }
        try {
            URI uri = new URI(relative == null ? full : RELATIVE_TO + (relative.startsWith("/") ? "" : "/") + relative);
            if (Hosts.isSafe(uri) || isNextDoor(uri)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // The same as an address that must not be used.
        }
        throw new IllegalStateException("AWS_CONTAINER_CREDENTIALS_FULL_URI must be an https address, or one of this"
                + " machine or of its container agent");
    }

    /** The agents of ECS and EKS, which no router leads to. */
    private static boolean isNextDoor(URI uri) {
        String host = uri.getHost();
        return "http".equals(uri.getScheme())
                && ("169.254.170.2".equals(host) || "169.254.170.23".equals(host) || "[fd00:ec2::23]".equals(host));
    }

    Map<String, String> headers() {
        String file = given("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
        String token = file == null ? given("AWS_CONTAINER_AUTHORIZATION_TOKEN") : read(file);
        if (token == null) {
            return Map.of();
        }
        if (token.indexOf('\r') >= 0 || token.indexOf('\n') >= 0) {
            throw new IllegalStateException("the token for " + WHAT + " holds a line break");
        }
        return Map.of("Authorization", token);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw new IllegalStateException("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names no file that can be read", e);
        }
    }

    private @Nullable String given(String variable) {
        String value = environment.get(variable);
        return value == null || value.isEmpty() ? null : value;
    }
}
