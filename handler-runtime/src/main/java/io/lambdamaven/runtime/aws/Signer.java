package io.lambdamaven.runtime.aws;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signs requests with the SDK's own signer, version 4. */
final class Signer {
    /** SLF4J, which the SDK logs through, warns on stderr where no backend is packed: here none is missing. */
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private final AwsV4HttpSigner signer;
    private final Clock clock;

    Signer(Clock clock) {
        if (System.getProperty(VERBOSITY) == null) {
            System.setProperty(VERBOSITY, "ERROR");
        }
        this.signer = AwsV4HttpSigner.create();
        this.clock = clock;
    }

    /** The headers to send, the signature among them; not those that the connection writes by itself. */
    Map<String, String> sign(AwsRequest request, URI uri, String region, Credentials credentials) {
        SdkHttpRequest.Builder http = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .uri(uri);
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            http.putHeader(header.getKey(), header.getValue());
        }
        // S3 takes paths as they are; everybody else normalises and encodes them once more.
        boolean plainPath = request.service().signingName().startsWith("s3");
        SdkHttpRequest signed = signer.sign(SignRequest.builder(identity(credentials))
                        .request(http.build())
                        .payload(ContentStreamProvider.fromByteArrayUnsafe(request.body()))
                        .putProperty(
                                AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME,
                                request.service().signingName())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, !plainPath)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, !plainPath)
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, request.signsBody())
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                        .build())
                .request();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, List<String>> header : signed.headers().entrySet()) {
            headers.put(header.getKey(), header.getValue().get(0));
        }
        headers.remove("Host");
        headers.remove("Content-Length");
        return headers;
    }

    private static AwsCredentialsIdentity identity(Credentials credentials) {
        String token = credentials.sessionToken();
        return token == null
                ? AwsCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretAccessKey())
                : AwsSessionCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretAccessKey(), token);
    }
}
