package io.lambdamaven.runtime.aws;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls services with the credentials of the function's role. Loads the SDK's signer: only what calls services may
 * touch this class.
 */
public final class Aws {
    private static final Set<String> ENDED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");

    private final Endpoints endpoints;
    private final CredentialSource credentials;
    private final Clock clock;
    private final boolean signs;
    private @Nullable Signer signer;

    /**
     * Made once and kept; safe to be used by several threads.
     *
     * @param environment the variables that name region, credentials and endpoints
     */
    public Aws(Map<String, String> environment) {
        this(environment, Clock.systemUTC());
    }

    Aws(Map<String, String> environment, Clock clock) {
        this(environment, clock, true);
    }

    private Aws(Map<String, String> environment, Clock clock, boolean signs) {
        this.endpoints = new Endpoints(environment);
        this.credentials = new CredentialSource(environment, clock);
        this.clock = clock;
        this.signs = signs;
    }

    /**
     * Sends every request to one address, unsigned and without credentials.
     *
     * @param address of what plays a service; the path of a request goes behind it
     * @return made anew, with nothing of this process's environment
     */
    public static Aws at(String address) {
        return new Aws(Map.of("AWS_ENDPOINT_URL", address), Clock.systemUTC(), false);
    }

    /**
     * The one of this process, ready to sign: what is missing, or slow to load, is so before the user's method runs.
     *
     * @return the same every time
     * @throws IllegalStateException if the signer was not packed
     */
    public static Aws here() {
        Here.AWS.signer();
        return Here.AWS;
    }

    /**
     * Drops the credentials that this process was handed, as before and after a snapshot of its memory: the next request
     * asks for others.
     */
    public static void forgetCredentials() {
        Here.AWS.credentials.forget();
    }

    /**
     * The domain that AWS's services have in a Region.
     *
     * @param region such as {@code cn-north-1}
     * @return without a full stop before it
     */
    public static String domain(String region) {
        return Endpoints.suffix(region);
    }

    /**
     * Sends a request, again and again while that may help.
     *
     * @param request what to send
     * @param deadline when to give up
     * @return an answer of status 2xx
     * @throws AwsException if there was none
     * @throws IllegalStateException if region, credentials or endpoint are not set, or not fit to be used
     */
    public AwsResponse send(AwsRequest request, Deadline deadline) {
        return send(request, deadline, null);
    }

    /**
     * The same for an answer that is too large to be held in memory.
     *
     * @param request what to send
     * @param deadline when to give up
     * @param receiver takes the body of a good answer; called again from its beginning after a failure on the way
     * @return an answer of status 2xx, without its body
     * @throws AwsException if there was none
     * @throws IllegalStateException if region, credentials or endpoint are not set, or not fit to be used
     */
    public AwsResponse receive(AwsRequest request, Deadline deadline, Receiver receiver) {
        return send(request, deadline, receiver);
    }

    private AwsResponse send(AwsRequest request, Deadline deadline, @Nullable Receiver receiver) {
        URI uri = endpoints.of(request);
        boolean renewed = false;
        for (int attempt = 1; ; attempt++) {
            // Whatever serves on this machine knows no roles; it need not be asked with any.
            Credentials who = !signs || (credentials.isNone() && Hosts.isLoopback(uri.getHost()))
                    ? Credentials.NOBODY
                    : credentials.get(deadline);
            AwsException failure;
            try {
                Map<String, String> headers =
                        signs ? signer().sign(request, uri, endpoints.region(request), who) : request.headers();
                AwsResponse response = Http.exchange(
                        request.method(), uri, headers, request.body(), request.patience(), deadline, receiver);
                if (response.isGood()) {
                    return response;
                }
                failure = Errors.of(request.name(), response, attempt, who);
            } catch (IOException e) {
                failure = Errors.of(request.name(), Errors.host(uri), e, attempt);
            }
            if (!renewed && ENDED.contains(failure.code()) && credentials.renew(who)) {
                renewed = true;
            } else if (failure.status() != 0 && !Retries.isPassing(failure.status(), failure.code())) {
                throw failure;
            }
            if (!Retries.pause(attempt, deadline)) {
                throw failure;
            }
        }
    }

    private synchronized Signer signer() {
        Signer ready = signer;
        if (ready == null) {
            try {
                ready = new Signer(clock);
            } catch (NoClassDefFoundError e) {
                throw new IllegalStateException(
                        "functions that call services need software.amazon.awssdk:http-auth-aws, which is not packed:"
                                + " add it to the <dependencies>",
                        e);
            }
            signer = ready;
        }
        return ready;
    }

    private static final class Here {
        static final Aws AWS = new Aws(System.getenv());
    }
}
