package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.route.RouteTableBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A handler whose routes and methods a test names; what it is asked and answers are bytes, as in Lambda. */
final class Served extends RoutedHandler {
    /** What would stand in a case of the generated switch. */
    interface Method {
        Object call(Arguments in) throws Exception;
    }

    private final List<Method> methods;

    private Served(RouteTable routes, List<Method> methods) {
        super(routes);
        this.methods = methods;
    }

    static Builder with() {
        return new Builder();
    }

    static Served by(EventKind kind, Method method, String... keys) {
        return with().service(kind, method, keys).build();
    }

    @Override
    protected Object call(int route, Arguments in) throws Exception {
        return methods.get(route).call(in);
    }

    String answer(String event) throws IOException {
        return answer(event, Invocation.live());
    }

    /** With apostrophes for quotation marks, in and out. */
    String answer(String event, Context context) throws IOException {
        return new String(bytes(event.replace('\'', '"'), context), StandardCharsets.UTF_8).replace('"', '\'');
    }

    byte[] bytes(String event, Context context) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, context);
        return out.toByteArray();
    }

    static final class Builder {
        private final RouteTableBuilder table = RouteTable.builder(Map.of("AWS_LAMBDA_FUNCTION_NAME", "shop-dev"));
        private final List<Method> methods = new ArrayList<>();

        Builder service(EventKind kind, Method method, String... keys) {
            return service(kind, RouteTable.WHOLE, "", method, keys);
        }

        Builder service(EventKind kind, Granularity granularity, String mode, Method method, String... keys) {
            String handler = "Test." + kind + "." + methods.size();
            table.service(methods.size(), kind, keys, granularity, mode, handler);
            methods.add(method);
            return this;
        }

        Builder events(String pattern, Method method) {
            table.events(methods.size(), pattern.replace('\'', '"'), "default", "Test.events." + methods.size());
            methods.add(method);
            return this;
        }

        Builder schedule(String id, String input, Method method) {
            table.schedule(methods.size(), id, input.replace('\'', '"'), "Test.schedule");
            methods.add(method);
            return this;
        }

        Builder s3EventBridge(String bucket, String event, Method method) {
            table.s3EventBridge(methods.size(), bucket, new String[] {event}, "", "", RouteTable.EACH, "Test.s3");
            methods.add(method);
            return this;
        }

        Builder invoke(Method method) {
            table.invoke(methods.size(), "Test.invoke");
            methods.add(method);
            return this;
        }

        Served build() {
            return new Served(table.build(), List.copyOf(methods));
        }
    }
}
