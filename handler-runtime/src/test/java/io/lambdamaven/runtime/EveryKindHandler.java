package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.route.RouteTableBuilder;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Takes any event of any service, whatever it names, and asks for the payload proper as a plain map. */
final class EveryKindHandler extends RoutedHandler {
    static final String[] PATHS = {"/", "/{one}", "/{one}/{two}", "/{one}/{two}/{rest+}"};

    /** Whose answers are sent, to addresses that an event may name: they have tests of their own, over a real wire. */
    private static final Set<EventKind> CALL_OUT = EnumSet.of(
            EventKind.CLOUDFORMATION,
            EventKind.CODEPIPELINE,
            EventKind.CODEDEPLOY,
            EventKind.CONFIG,
            EventKind.S3_OBJECT_LAMBDA);

    EveryKindHandler() {
        super(routes());
    }

    private static RouteTable routes() {
        RouteTableBuilder table = RouteTable.builder(Map.of("AWS_LAMBDA_FUNCTION_NAME", "shop-dev"));
        int number = 0;
        for (String path : PATHS) {
            table.http(number++, "ANY", path, "Every.http");
        }
        table.invoke(number++, "Every.invoke").command(number++, "reindex", "Every.command");
        table.events(number++, "{}", "default", "Every.events");
        for (EventKind kind : EventKind.values()) {
            if (!CALL_OUT.contains(kind)) {
                table.service(number++, kind, new String[0], RouteTable.EACH, "", "Every." + kind);
            }
        }
        return table.build();
    }

    @Override
    protected Object call(int route, Arguments in) {
        if (route < PATHS.length) {
            return in.request().query().toString()
                    + in.request().headers()
                    + in.request().cookies()
                    + in.request().pathParams();
        }
        return in.payload(Map.class);
    }
}
