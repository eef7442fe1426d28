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
import software.amazon.awssdk.services.ssm.SsmClient;

/** A configuration read from Parameter Store with the SDK's client. */
public final class SsmSettings implements RequestStreamHandler {
    private final Map<String, JsonNode> settings;

    public SsmSettings() {
        try (SsmClient ssm = SsmClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .region(Region.of(System.getenv("AWS_REGION")))
                .build()) {
            String json = ssm.getParameter(r -> r.name("/app").withDecryption(true))
                    .parameter()
                    .value();
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
