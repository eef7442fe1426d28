package io.lambdamaven.runtime.web;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Contexts with a deadline and a log. */
final class TestContext {
    final List<String> log = Collections.synchronizedList(new ArrayList<>());

    Context of(int millis) {
        LambdaLogger logger = new LambdaLogger() {
            @Override
            public void log(String message) {
                log.add(message);
            }

            @Override
            public void log(byte[] message) {
                log.add(new String(message, StandardCharsets.UTF_8));
            }
        };
        return (Context) Proxy.newProxyInstance(
                TestContext.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, args) -> {
                    return switch (method.getName()) {
                        case "getRemainingTimeInMillis" -> millis;
                        case "getLogger" -> logger;
                        case "getAwsRequestId" -> "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
                        case "getXrayTraceId" -> "Root=1-5759e988-bd862e3fe1be46a994272793";
                        default -> null;
                    };
                });
    }
}
