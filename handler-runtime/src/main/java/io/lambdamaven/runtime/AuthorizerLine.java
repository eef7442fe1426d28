package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.AuthorizerView;
import io.lambdamaven.runtime.event.Mark;
import io.lambdamaven.runtime.reply.AuthorizerReply;
import io.lambdamaven.runtime.route.Route;

/** Serves authorizers. Whatever fails here fails the invocation, and so refuses the request. */
final class AuthorizerLine {
    private AuthorizerLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        Route.Service route = delivery.routes().service(delivery.kind());
        // AppSync's has neither.
        String method = delivery.what().value(Mark.METHOD_ARN);
        String arn = method.isEmpty() ? delivery.what().value(Mark.ROUTE_ARN) : method;
        if (route == null) {
            throw delivery.unroutable(arn);
        }
        Object result = ValueLine.call(delivery, route, new AuthorizerView(delivery.kind(), delivery.event()));
        return AuthorizerReply.write(delivery.kind(), route.is("simple"), arn, result);
    }
}
