package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A handler with one route, whose method a test writes in place. */
class MethodHandler extends RoutedHandler {
    /** What the generated case does. */
    interface Method {
        Object call(Arguments in) throws Exception;
    }

    private final Method method;

    MethodHandler(RouteTable routes, Method method) {
        super(routes);
        this.method = method;
    }

    static MethodHandler of(EventKind kind, Granularity granularity, String mode, Method method, String... keys) {
        return new MethodHandler(
                RouteTable.builder(Map.of())
                        .service(0, kind, keys, granularity, mode, "Test.method")
                        .build(),
                method);
    }

    @Override
    protected Object call(int route, Arguments in) throws Exception {
        return method.call(in);
    }

    String invoke(String event, Context context) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, context);
        return out.toString(StandardCharsets.UTF_8);
    }
}
