package io.lambdamaven.bench.sdk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A configuration read from S3 with the SDK's client, as its guide to fast starts has it: one HTTP client, credentials and
 * region named.
 */
public final class S3Settings implements RequestStreamHandler {
    private final Map<String, JsonNode> settings;

    public S3Settings() {
        try (S3Client s3 = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .region(Region.of(System.getenv("AWS_REGION")))
                .forcePathStyle(true)
                .build()) {
            byte[] json = s3.getObjectAsBytes(r -> r.bucket("settings").key("app.json"))
                    .asByteArray();
            settings = JsonNode.parser().parse(json).asObject();
        }
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        in.readAllBytes();
        String url = settings.get("PAYMENT_URL").text();
        out.write(("\"" + url + "\"").getBytes(StandardCharsets.UTF_8));
    }
}
