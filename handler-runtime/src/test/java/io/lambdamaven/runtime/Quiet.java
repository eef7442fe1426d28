package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An invocation that several threads may ask at once. */
final class Quiet implements Context, LambdaLogger {
    final List<String> lines = new CopyOnWriteArrayList<>();
    volatile int millis = 30_000;
    private final Invocation live = Invocation.live();

    @Override
    public void log(String message) {
        lines.add(message);
    }

    @Override
    public void log(byte[] message) {
        lines.add(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public int getRemainingTimeInMillis() {
        return millis;
    }

    @Override
    public LambdaLogger getLogger() {
        return this;
    }

    @Override
    public String getInvokedFunctionArn() {
        return live.getInvokedFunctionArn();
    }

    @Override
    public String getAwsRequestId() {
        return live.getAwsRequestId();
    }

    @Override
    public String getLogGroupName() {
        return live.getLogGroupName();
    }

    @Override
    public String getLogStreamName() {
        return live.getLogStreamName();
    }

    @Override
    public String getFunctionName() {
        return live.getFunctionName();
    }

    @Override
    public String getFunctionVersion() {
        return live.getFunctionVersion();
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
        return live.getMemoryLimitInMB();
    }
}
