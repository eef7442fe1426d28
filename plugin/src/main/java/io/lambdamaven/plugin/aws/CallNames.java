package io.lambdamaven.plugin.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Notes on each exception which call it comes from: not every service says so in its message. */
final class CallNames implements ExecutionInterceptor {

    /** Rides on an SDK exception as a suppressed one. */
    static final class Call extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Call(String name) {
            super(name, null, false, false);
        }
    }

    @Override
    public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
        Throwable failure = context.exception();
        failure.addSuppressed(new Call(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME) + ":"
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
        return failure;
    }

    /** {@code Lambda:CreateFunction}, or null where no call was made. */
    static @Nullable String of(Throwable failure) {
        for (Throwable each : failure.getSuppressed()) {
            if (each instanceof Call call) {
                return call.getMessage();
            }
        }
        return null;
    }
}
