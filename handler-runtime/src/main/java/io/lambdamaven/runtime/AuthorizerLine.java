package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.AuthorizerView;
import io.lambdamaven.runtime.event.Resources;
import io.lambdamaven.runtime.reply.AuthorizerReply;
import io.lambdamaven.runtime.route.Route;

/** Serves authorizers. Whatever fails here fails the invocation, and so refuses the request. */
final class AuthorizerLine {
    private AuthorizerLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        Route.Service route = delivery.routes().service(delivery.kind());
        String arn = Resources.of(delivery.kind(), delivery.event());
        if (route == null) {
            throw delivery.unroutable(arn);
        }
        Object result = ValueLine.call(delivery, route, new AuthorizerView(delivery.kind(), delivery.event()));
        return AuthorizerReply.write(delivery.kind(), route.is("simple"), arn, result);
    }
}
