package shop;

import io.lambdamaven.api.InstanceProvider;
import io.lambdamaven.runtime.RoutedHandler;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.json.JsonMappers;
import io.lambdamaven.runtime.route.RouteTable;
import javax.annotation.processing.Generated;

/**
 * Takes each event to the method it is for.
 */
@Generated("io.lambdamaven")
public final class LambdaHandler extends RoutedHandler {
    private InstanceProvider instances;

    private Clock clock;

    public LambdaHandler() {
        super(routes());
        JsonMappers.use(new Mapper());
    }

    private static RouteTable routes() {
        return RouteTable.builder()
                .http(0, "GET", "/time", "Clock.time")
                .build();
    }

    @Override
    protected Object call(int route, Arguments in) throws Exception {
        switch (route) {
            case 0:
                return clockTime(in);
            default:
                throw unknownRoute(route);
        }
    }

    @Override
    protected void prime() throws Exception {
        clock();
    }

    /**
     * GET /time
     */
    private Object clockTime(Arguments in) throws Exception {
        return clock().time();
    }

    private synchronized InstanceProvider instances() throws Exception {
        if (instances == null) {
            instances = new Container();
        }
        return instances;
    }

    private synchronized Clock clock() throws Exception {
        if (clock == null) {
            clock = instances().get(Clock.class);
        }
        return clock;
    }
}
