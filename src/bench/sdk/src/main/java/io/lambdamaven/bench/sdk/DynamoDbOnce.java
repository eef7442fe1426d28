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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A key taken hold of in DynamoDB before the work, and its result kept after it, with the SDK's client. */
public final class DynamoDbOnce implements RequestStreamHandler {
    private final DynamoDbClient dynamodb = DynamoDbClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .region(Region.of(System.getenv("AWS_REGION")))
            .endpointDiscoveryEnabled(false)
            .build();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        String key = JsonNode.parser()
                .parse(in)
                .field("headers")
                .flatMap(headers -> headers.field("x-amzn-trace-id"))
                .orElseThrow()
                .asString();
        update(key, "running", "attribute_not_exists(id)");
        update(key, "done", "attribute_exists(id)");
        out.write(Answers.DONE.getBytes(StandardCharsets.UTF_8));
    }

    private void update(String key, String state, String condition) {
        dynamodb.updateItem(r -> r.tableName("tasks")
                .key(Map.of("id", AttributeValue.fromS(key)))
                .updateExpression("SET #s = :state")
                .conditionExpression(condition)
                .expressionAttributeNames(Map.of("#s", "state"))
                .expressionAttributeValues(Map.of(":state", AttributeValue.fromS(state))));
    }
}
