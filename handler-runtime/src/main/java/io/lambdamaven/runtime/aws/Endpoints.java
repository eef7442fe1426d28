package io.lambdamaven.runtime.aws;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is: at the address that a variable gives, or at the one that its region has.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">AWS: service-specific
 *     endpoints</a>
 */
final class Endpoints {
    private static final String ANY = "AWS_ENDPOINT_URL";

    private final Map<String, String> environment;

    Endpoints(Map<String, String> environment) {
        this.environment = environment;
    }

    URI of(AwsRequest request) {
        String base = base(request);
        try {
            URI endpoint = new URI(base);
            if (!Hosts.isSafe(endpoint)) {
                throw new IllegalStateException("the endpoint of "
                        + request.service().id() + " must be an https address, or one of this machine");
            }
            if (!request.gateway().isEmpty()) {
                boolean own = given(request.service()) == null;
                return new URI(
                        own
                                ? prefixed(endpoint, request.gateway()) + "/" + request.stage() + request.path()
                                : base + request.path());
            }
            String bucket = request.bucket();
            if (bucket.isEmpty()) {
                return new URI(prefixed(endpoint, request.hostPrefix()) + request.path());
            }
            // A name with dots fits no certificate, and who sets an endpoint may have one name for all buckets.
            boolean inHost = Hosts.isLabel(bucket) && given(request.service()) == null;
            return new URI((inHost ? prefixed(endpoint, bucket) : base + "/" + bucket) + request.path());
        } catch (URISyntaxException e) {
            // Without the cause, whose message quotes the address: it may hold a password.
            throw new IllegalStateException(
                    "the endpoint of " + request.service().id() + " is not an address");
        }
    }

    /** Which one a request is for, and signed for. */
    String region(AwsRequest request) {
        if (request.region().isEmpty()) {
            return region();
        } else if (Hosts.isLabel(request.region())) {
            return request.region();
        }
        throw new IllegalArgumentException("the Region is not part of a name");
    }

    private String region() {
        String region = given("AWS_REGION");
        region = region == null ? given("AWS_DEFAULT_REGION") : region;
        if (region == null || !Hosts.isLabel(region)) {
            throw new IllegalStateException("the variable AWS_REGION names no region");
        }
        return region;
    }

    private String base(AwsRequest request) {
        String url = given(request.service());
        if (url != null) {
            return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        }
        String region = region(request);
        String fips = "true".equalsIgnoreCase(given("AWS_USE_FIPS_ENDPOINT")) ? "-fips" : "";
        return "https://" + request.service().host() + fips + "." + region + "." + suffix(region);
    }

    private @Nullable String given(AwsService service) {
        if ("true".equalsIgnoreCase(given("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"))) {
            return null;
        }
        String url = given(variable(service.id()));
        return url == null ? given(ANY) : url;
    }

    private static String variable(String id) {
        StringBuilder name = new StringBuilder(ANY).append('_');
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            name.append(c == ' ' || c == '-' ? '_' : Character.toUpperCase(c));
        }
        return name.toString();
    }

    /** The partitions as the SDK knows them. */
    static String suffix(String region) {
        if (region.startsWith("cn-")) {
            return "amazonaws.com.cn";
        } else if (region.startsWith("eusc-")) {
            return "amazonaws.eu";
        } else if (region.startsWith("us-iso-")) {
            return "c2s.ic.gov";
        } else if (region.startsWith("us-isob-")) {
            return "sc2s.sgov.gov";
        } else if (region.startsWith("eu-isoe-")) {
            return "cloud.adc-e.uk";
        } else if (region.startsWith("us-isof-")) {
            return "csp.hci.ic.gov";
        }
        return "amazonaws.com";
    }

    /** An endpoint on this machine has one name for everything. */
    private static String prefixed(URI endpoint, String prefix) {
        String text = endpoint.toString();
        if (prefix.isEmpty() || Hosts.isLoopback(endpoint.getHost())) {
            return text;
        }
        if (!Hosts.isLabel(prefix)) {
            throw new IllegalArgumentException("what is to go before the host is not part of a name");
        }
        int host = text.indexOf("//") + 2;
        return text.substring(0, host) + prefix + "." + text.substring(host);
    }

    private @Nullable String given(String variable) {
        String value = environment.get(variable);
        return value == null || value.isEmpty() ? null : value;
    }
}
