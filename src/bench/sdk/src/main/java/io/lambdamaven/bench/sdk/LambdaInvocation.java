package io.lambdamaven.bench.sdk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** Work handed over by an asynchronous invocation with the SDK's client. */
public final class LambdaInvocation implements RequestStreamHandler {
    private final LambdaClient lambda = LambdaClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .region(Region.of(System.getenv("AWS_REGION")))
            .build();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        String order = JsonNode.parser().parse(in).asObject().get("body").asString();
        lambda.invoke(r -> r.functionName("bench")
                .qualifier("ops")
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String(order)));
        out.write(Answers.DONE.getBytes(StandardCharsets.UTF_8));
    }
}
