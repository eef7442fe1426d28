package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** An invocation as a test makes it: the alias it came through, the time left, and what was logged. */
final class Invocation implements Context, LambdaLogger {
    final List<String> log = new ArrayList<>();
    final Deque<Integer> remaining = new ArrayDeque<>();
    private final String arn;
    String trace;
    String tenant;

    private Invocation(String arn) {
        this.arn = arn;
    }

    static Invocation live() {
        return through("live");
    }

    static Invocation through(String alias) {
        return new Invocation("arn:aws:lambda:eu-central-1:123456789012:function:shop-dev:" + alias);
    }

    static Invocation of(String arn) {
        return new Invocation(arn);
    }

    static Invocation unqualified() {
        return new Invocation("arn:aws:lambda:eu-central-1:123456789012:function:shop-dev");
    }

    @Override
    public String getXrayTraceId() {
        return trace;
    }

    @Override
    public String getTenantId() {
        return tenant;
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
    public int getRemainingTimeInMillis() {
        return remaining.isEmpty() ? 30_000 : remaining.poll();
    }

    @Override
    public String getInvokedFunctionArn() {
        return arn;
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
        return "stream";
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
