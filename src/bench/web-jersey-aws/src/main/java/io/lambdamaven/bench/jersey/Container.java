package io.lambdamaven.bench.jersey;

import com.amazonaws.serverless.proxy.jersey.JerseyLambdaContainerHandler;
import com.amazonaws.serverless.proxy.model.AwsProxyResponse;
import com.amazonaws.serverless.proxy.model.HttpApiV2ProxyRequest;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.example.library.Library;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** As the documentation of AWS's container has it. */
public final class Container implements RequestStreamHandler {
    private static final JerseyLambdaContainerHandler<HttpApiV2ProxyRequest, AwsProxyResponse> HANDLER =
            JerseyLambdaContainerHandler.getHttpApiV2ProxyHandler(new Library());

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        HANDLER.proxyStream(in, out, context);
    }
}
