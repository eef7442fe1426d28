package io.lambdamaven.runtime.callback;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An invocation whose time really runs out. */
final class Call implements Context, LambdaLogger {
    final List<String> log = new CopyOnWriteArrayList<>();
    private final long end;

    private Call(long millis) {
        end = System.nanoTime() + millis * 1_000_000;
    }

    static Call of(long millis) {
        return new Call(millis);
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) Math.max(0, (end - System.nanoTime()) / 1_000_000);
    }

    @Override
    public void log(String message) {
        log.add(message);
    }

    @Override
    public void log(byte[] message) {
        log.add(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public LambdaLogger getLogger() {
        return this;
    }

    @Override
    public String getAwsRequestId() {
        return "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/shop-dev";
    }

    @Override
    public String getLogStreamName() {
        return "2026/01/01/[1]abc";
    }

    @Override
    public String getFunctionName() {
        return "shop-dev";
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:eu-central-1:123456789012:function:shop-dev:live";
    }

    @Override
    public CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getMemoryLimitInMB() {
        return 512;
    }
}
