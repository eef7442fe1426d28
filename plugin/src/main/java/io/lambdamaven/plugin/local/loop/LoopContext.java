package io.lambdamaven.plugin.local.loop;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/** What the Runtime API and the variables say about an invocation. */
final class LoopContext implements Context {
    private final String requestId;
    private final String functionArn;
    private final long deadlineMillis;
    private final @Nullable String traceId;

    private LoopContext(String requestId, String functionArn, long deadlineMillis, @Nullable String traceId) {
        this.requestId = requestId;
        this.functionArn = functionArn;
        this.deadlineMillis = deadlineMillis;
        this.traceId = traceId;
    }

    static LoopContext of(HttpURLConnection next) {
        String deadline = next.getHeaderField("Lambda-Runtime-Deadline-Ms");
        return new LoopContext(
                String.valueOf(next.getHeaderField("Lambda-Runtime-Aws-Request-Id")),
                String.valueOf(next.getHeaderField("Lambda-Runtime-Invoked-Function-Arn")),
                deadline == null ? Long.MAX_VALUE : Long.parseLong(deadline),
                next.getHeaderField("Lambda-Runtime-Trace-Id"));
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getLogGroupName() {
        return System.getenv("AWS_LAMBDA_LOG_GROUP_NAME");
    }

    @Override
    public String getLogStreamName() {
        return System.getenv("AWS_LAMBDA_LOG_STREAM_NAME");
    }

    @Override
    public String getFunctionName() {
        return System.getenv("AWS_LAMBDA_FUNCTION_NAME");
    }

    @Override
    public String getFunctionVersion() {
        return System.getenv("AWS_LAMBDA_FUNCTION_VERSION");
    }

    @Override
    public String getInvokedFunctionArn() {
        return functionArn;
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
        return (int) Math.min(Integer.MAX_VALUE, deadlineMillis - System.currentTimeMillis());
    }

    @Override
    public int getMemoryLimitInMB() {
        return Integer.parseInt(System.getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
    }

    @Override
    public LambdaLogger getLogger() {
        return new LoopLogger();
    }

    @Override
    public @Nullable String getXrayTraceId() {
        return traceId;
    }
}
