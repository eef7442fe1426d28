package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import org.jspecify.annotations.Nullable;

/** The context of an invocation that never was; what it logs is dropped. */
final class RehearsalContext implements Context, LambdaLogger {
    static final RehearsalContext INSTANCE = new RehearsalContext();

    private static final int AMPLE_MILLIS = 60_000;

    private RehearsalContext() {}

    @Override
    public void log(String message) {}

    @Override
    public void log(byte[] message) {}

    @Override
    public LambdaLogger getLogger() {
        return this;
    }

    @Override
    public String getAwsRequestId() {
        return "";
    }

    @Override
    public String getLogGroupName() {
        return "";
    }

    @Override
    public String getLogStreamName() {
        return "";
    }

    @Override
    public String getFunctionName() {
        return "";
    }

    @Override
    public String getFunctionVersion() {
        return "";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "";
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return AMPLE_MILLIS;
    }

    @Override
    public int getMemoryLimitInMB() {
        return 0;
    }
}
