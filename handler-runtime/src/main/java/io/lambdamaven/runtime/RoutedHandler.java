package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a generated handler extends: takes an event to the method it is for, and answers as the event's sender expects.
 * Keeps nothing of an invocation, so that several may run at once.
 */
public abstract class RoutedHandler implements RequestStreamHandler {
    private final Dispatcher dispatcher;

    /**
     * Made once per execution environment.
     *
     * @param routes of this function
     */
    protected RoutedHandler(RouteTable routes) {
        this.dispatcher = new Dispatcher(routes);
    }

    /**
     * Calls the method of a route.
     *
     * @param route its number
     * @param in where the method's arguments come from
     * @return what the method returned, null if it is void
     * @throws Exception whatever the method throws
     */
    protected abstract @Nullable Object call(int route, Arguments in) throws Exception;

    /**
     * The error of the switch's default case.
     *
     * @param route a number that has no case
     * @return to be thrown
     */
    protected static IllegalStateException unknownRoute(int route) {
        return new IllegalStateException("the generated handler has no case for route " + route
                + ": build the project again, with plugin and lambda-handler-runtime of one version");
    }

    @Nullable
    Object invoke(Route route, Arguments in, Delivery delivery) throws Exception {
        return call(route.number(), in);
    }

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        byte[] event = Json.bytes(input);
        byte[] answer;
        try {
            answer = dispatcher.dispatch(this, event, context);
        } catch (Exception e) {
            throw RoutedHandler.<RuntimeException>asItIs(e);
        }
        output.write(answer);
    }

    /** Lambda reports the class of what is thrown: the user's exception goes out unwrapped, checked or not. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: no cast takes place
    private static <E extends Exception> E asItIs(Exception e) throws E {
        throw (E) e;
    }
}
