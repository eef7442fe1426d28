package io.lambdamaven.runtime;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.api.Interceptor;
import io.lambdamaven.api.Invocation;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.Route;
import org.jspecify.annotations.Nullable;

/** What stands around the call of a method: interceptors, and what becomes of an exception. */
final class Around {
    private Around() {}

    /** Stands here, so that the handler itself is verified without the class of the call. */
    static void tell(Arguments in, Delivery delivery, Route route) {
        in.during(new Call(delivery, route));
    }

    static @Nullable Object intercepted(
            RoutedHandler handler, Delivery delivery, Route route, Arguments in, Interceptor[] interceptors)
            throws Exception {
        Invocation invocation = new Call(delivery, route);
        in.during(invocation);
        int before = 0;
        Object result = null;
        Throwable failure = null;
        try {
            for (; before < interceptors.length; before++) {
                interceptors[before].before(invocation);
            }
            result = handler.called(route, in, delivery);
        } catch (Exception | Error e) {
            failure = e;
            throw e;
        } finally {
            for (int i = before - 1; i >= 0; i--) {
                after(interceptors[i], invocation, result, failure);
            }
        }
        return result;
    }

    private static void after(
            Interceptor interceptor, Invocation invocation, @Nullable Object result, @Nullable Throwable failure) {
        try {
            interceptor.after(invocation, result, failure);
        } catch (Exception e) {
            String name = interceptor.getClass().getName();
            Failures.log(invocation.context(), name + ".after failed, after " + invocation.handler(), e);
        }
    }

    /**
     * A fault of the event is not the project's to handle: the method was never called. Nor is the failure of a task,
     * which is to be delivered again: nobody waits for what a handler would answer instead.
     */
    static @Nullable Object recovered(
            RoutedHandler handler, Delivery delivery, Route route, Arguments in, Exception failure) throws Exception {
        if (failure instanceof BindException || route instanceof Route.Task) {
            throw failure;
        }
        in.during(new Call(delivery, route));
        Object result = handler.recover(route.number(), failure, in);
        EventKind kind = delivery.kind();
        if (kind.isHttp() || kind == EventKind.WEBSOCKET) {
            return result;
        }
        // The same handler may serve HTTP and events whose senders know no such answer.
        return isAnswered(kind) && !(result instanceof HttpResponse) ? result : null;
    }

    /** Whether the sender reads an answer; of the others a result would be taken for failed records. */
    private static boolean isAnswered(EventKind kind) {
        return switch (kind) {
            case S3,
                    SNS,
                    SQS,
                    DYNAMODB,
                    KINESIS,
                    CODECOMMIT,
                    MSK,
                    KAFKA,
                    RABBITMQ,
                    ACTIVEMQ,
                    DOCUMENTDB,
                    SCHEDULE,
                    EVENTBRIDGE,
                    LOGS,
                    ALARM,
                    SECRET_ROTATION -> false;
            default -> true;
        };
    }
}
