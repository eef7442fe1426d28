package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.lambdamaven.api.Interceptor;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.task.Once;
import io.lambdamaven.runtime.task.TaskSender;
import io.lambdamaven.runtime.web.WebHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What a generated handler extends: takes an event to the method it is for, and answers as the event's sender expects.
 * Keeps nothing of an invocation, so that several may run at once.
 */
public abstract class RoutedHandler implements RequestStreamHandler {
    private final Dispatcher dispatcher;
    private final AtomicBoolean served = new AtomicBoolean();

    /** Kept here, since the registry of hooks holds it weakly. */
    @SuppressWarnings({"unused", "FieldCanBeLocal"})
    private final @Nullable Object snapshot;

    /** Null where the stage names no remote configuration, and so for most functions. */
    private final @Nullable Configured configured;

    /** Null where the function hosts no web application. */
    private @Nullable WebHost host;

    /**
     * Made once per execution environment.
     *
     * @param routes of this function
     */
    @SuppressWarnings("this-escape") // the hooks are called when all handlers have been made
    protected RoutedHandler(RouteTable routes) {
        // Before any class of the project is made, and never without it.
        this.configured = System.getenv("LAMBDA_MAVEN__CONFIG") == null ? null : Configured.start(System.getenv());
        this.dispatcher = new Dispatcher(routes);
        this.snapshot =
                "snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE")) ? SnapStart.register(this) : null;
    }

    /** One that is in no snapshot itself. */
    RoutedHandler(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.snapshot = null;
        this.configured = null;
    }

    /**
     * Keeps the web application that takes the HTTP requests which no route takes; called by the constructor only.
     *
     * @param application already started
     */
    protected final void host(WebHost application) {
        this.host = application;
    }

    /** Null where the function hosts no web application. */
    @Nullable
    WebHost host() {
        return host;
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

    /**
     * Gives an exception to the project's exception handler for it.
     *
     * @param route the number of the route whose method threw it
     * @param failure what it threw
     * @param in where the handler's arguments come from
     * @return what the handler returned
     * @throws Exception the failure itself where no handler is for it, or what the handler throws
     */
    protected @Nullable Object recover(int route, Exception failure, Arguments in) throws Exception {
        throw failure;
    }

    /**
     * The project's interceptors.
     *
     * @return in their order, or null if there are none
     * @throws Exception if one cannot be made
     */
    protected Interceptor @Nullable [] interceptors() throws Exception {
        return null;
    }

    /**
     * The tasks of the project.
     *
     * @return null if there are none
     */
    protected @Nullable TaskSender tasks() {
        return null;
    }

    /**
     * What makes one call of a route out of several for the same.
     *
     * @param route the number of the route
     * @return null if its method is called as often as its event comes
     */
    protected @Nullable Once once(int route) {
        return null;
    }

    /**
     * Whether a method of this function takes its {@code Invocation}.
     *
     * @return false if none does
     */
    protected boolean tellsInvocation() {
        return false;
    }

    /**
     * Makes what the routes need, before SnapStart takes its snapshot.
     *
     * @throws Exception to fail the publication
     */
    protected void prime() throws Exception {}

    /**
     * Renews what must not be the same in two environments, after SnapStart restored one.
     *
     * @throws Exception to fail the start
     */
    protected void restored() throws Exception {}

    /**
     * Prepares the reading of a type.
     *
     * @param type that a route binds to
     */
    protected static void warm(Type type) {
        Json.read(Json.nothing(), type);
    }

    /**
     * The error of a hook that failed.
     *
     * @param hook the annotation and the method
     * @param failure what it threw
     * @return to be thrown
     */
    protected static IllegalStateException failedHook(String hook, Exception failure) {
        return new IllegalStateException(hook + " failed: " + failure, failure);
    }

    @Nullable
    Object invoke(Route route, Arguments in, Delivery delivery) throws Exception {
        if (host != null) {
            host.await(delivery.context());
        }
        if (tellsInvocation()) {
            Around.tell(in, delivery, route);
        }
        Journal journal = delivery.journal();
        if (journal != null) {
            journal.route(route);
        }
        try {
            Interceptor[] interceptors = interceptors();
            return interceptors == null
                    ? called(route, in, delivery)
                    : Around.intercepted(this, delivery, route, in, interceptors);
        } catch (Exception e) {
            // That somebody else is at work is no failure of the method, which a handler might settle.
            if (in.isRefused()) {
                throw e;
            }
            if (journal != null && !(e instanceof BindException nothing && nothing.isAbsent())) {
                journal.failure(e);
            }
            return Around.recovered(this, delivery, route, in, e);
        }
    }

    /** Calls the method, unless it is to be called once and was. */
    @Nullable
    Object called(Route route, Arguments in, Delivery delivery) throws Exception {
        Once once = once(route.number());
        return once == null ? call(route.number(), in) : GuardedCall.of(this, once, delivery, route, in);
    }

    /** True for the invocation that asks first. */
    boolean isFirst() {
        return !served.getAndSet(true);
    }

    /** Null where there is no remote configuration. */
    @Nullable
    Configured configured() {
        return configured;
    }

    RouteTable routeTable() {
        return dispatcher.routes();
    }

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        byte[] event = Json.bytes(input);
        if (configured != null) {
            configured.renewIfOld(context.getRemainingTimeInMillis());
        }
        byte[] answer;
        try {
            answer = Failures.JSON
                    ? Journal.dispatch(dispatcher, this, event, context)
                    : dispatcher.dispatch(this, event, context, null);
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
