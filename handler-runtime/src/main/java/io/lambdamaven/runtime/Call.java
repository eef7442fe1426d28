package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.api.Invocation;
import io.lambdamaven.runtime.route.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a method is told about its call. */
final class Call implements Invocation {
    /** Where Lambda's client puts the trace of an invocation if its context has none. */
    private static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";

    private final Delivery delivery;
    private final Route route;

    Call(Delivery delivery, Route route) {
        this.delivery = delivery;
        this.route = route;
    }

    @Override
    public String requestId() {
        String id = context().getAwsRequestId();
        return id == null ? "" : id;
    }

    @Override
    public @Nullable String traceId() {
        return traceId(context());
    }

    static @Nullable String traceId(Context context) {
        String trace = context.getXrayTraceId();
        if (trace == null || trace.isEmpty()) {
            trace = System.getProperty(TRACE_PROPERTY);
        }
        return trace == null || trace.isEmpty() ? null : trace;
    }

    @Override
    public @Nullable String tenantId() {
        return context().getTenantId();
    }

    @Override
    public Instant deadline() {
        return Instant.now().plusMillis(context().getRemainingTimeInMillis());
    }

    @Override
    public Duration remaining() {
        return Duration.ofMillis(Math.max(0, context().getRemainingTimeInMillis()));
    }

    @Override
    public String kind() {
        return word(delivery);
    }

    static String word(Delivery delivery) {
        return delivery.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String handler() {
        return route.handler();
    }

    @Override
    public String route() {
        return route.takes();
    }

    @Override
    public String functionName() {
        String name = context().getFunctionName();
        return name == null ? "" : name;
    }

    @Override
    public String qualifier() {
        return Qualifiers.of(context().getInvokedFunctionArn());
    }

    @Override
    public boolean coldStart() {
        return delivery.isFirst();
    }

    @Override
    public Context context() {
        return delivery.context();
    }
}
