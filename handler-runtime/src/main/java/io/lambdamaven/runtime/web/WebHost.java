package io.lambdamaven.runtime.web;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.reply.HttpReply;
import io.lambdamaven.runtime.reply.PayloadLimit;
import io.lambdamaven.runtime.reply.Problems;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Map;

/**
 * A hosted web application: started once, in the init phase, on a port of the loopback interface; then each request is
 * forwarded to it.
 */
public final class WebHost {
    private static final String LATE = "the application has not started in time";
    private static final int MILLION = 1_000_000;

    private final Startup startup;
    private final Ending ending;
    private final Connections connections;
    private final Requests requests;

    private WebHost(Startup startup, Ending ending, int port, String basePath) {
        this.startup = startup;
        this.ending = ending;
        this.connections = new Connections(port);
        this.requests = new Requests(basePath);
    }

    /**
     * Starts a class with {@code main}.
     *
     * @param className of the project
     * @param port that it opens by itself, 0 for one that it is told
     * @param basePath to be taken off each path, may be empty
     * @return the host, when the application accepts connections or most of the init phase is over
     * @throws IllegalStateException if it does not start
     */
    public static WebHost main(String className, int port, String basePath) {
        return start(new MainStarter(className), port, basePath, System.getenv());
    }

    /**
     * Starts a {@code jakarta.ws.rs.core.Application}.
     *
     * @param className of the project
     * @param port to open, 0 for any
     * @param basePath to be taken off each path, may be empty
     * @return the host, when the application accepts connections or most of the init phase is over
     * @throws IllegalStateException if it does not start
     */
    public static WebHost rest(String className, int port, String basePath) {
        return start(new RestStarter(className), port, basePath, System.getenv());
    }

    /**
     * Starts a servlet or filter, or what a {@code ServletContainerInitializer} registers.
     *
     * @param className of the project
     * @param port to open, 0 for any
     * @param basePath to be taken off each path, may be empty
     * @param parts of a servlet or filter: annotated filters and listeners beside it; of an initializer: the classes
     *     that it handles
     * @return the host, when the application accepts connections or most of the init phase is over
     * @throws IllegalStateException if it does not start
     */
    public static WebHost servlet(String className, int port, String basePath, String... parts) {
        return start(new ServletStarter(className, parts), port, basePath, System.getenv());
    }

    static WebHost start(Starter starter, int own, String basePath, Map<String, String> environment) {
        return start(starter, own, basePath, environment, Patience.of(environment), new Ending());
    }

    static WebHost start(
            Starter starter,
            int own,
            String basePath,
            Map<String, String> environment,
            Patience patience,
            Ending ending) {
        int port;
        try {
            port = Port.choose(own, environment);
        } catch (IOException e) {
            throw new IllegalStateException("there is no free port for the web application " + starter.what(), e);
        }
        ClassLoader loader = WebHost.class.getClassLoader();
        Port.tell(port, loader);
        Startup startup = new Startup(starter, loader, port, patience.openMillis());
        startup.start();
        long start = System.nanoTime();
        boolean ready = startup.await(start + patience.warnMillis() * MILLION);
        if (!ready) {
            System.err.println(startup.state());
            ready = startup.await(start + patience.initMillis() * MILLION);
        }
        if (!ready && patience.fails()) {
            throw new IllegalStateException(startup.state());
        }
        return new WebHost(startup, ending, port, basePath);
    }

    /**
     * Has the application told the {@code requestContext} of each event.
     *
     * @return this
     */
    public WebHost withRequestContext() {
        requests.tellContext();
        return this;
    }

    /** Closes what a snapshot cannot keep; connections are opened again when they are needed. */
    public void beforeCheckpoint() {
        connections.closeAll();
    }

    /**
     * Waits until the application is there, before a method of the project is called, which may ask it for something.
     *
     * @param context of the invocation
     * @throws HttpException 504, if it has not started when the invocation's time runs out
     * @throws IllegalStateException if it did not start
     */
    public void await(Context context) {
        if (startup.isReady()) {
            return;
        }
        if (!isUp(deadline(context), context)) {
            Log.line(context, startup.state() + "\n" + Threads.dump());
            throw new HttpException(504, LATE);
        }
    }

    /** Whether it has started; what has failed once is over, and whoever comes next needs a new environment. */
    private boolean isUp(long deadline, Context context) {
        try {
            return startup.await(deadline);
        } catch (IllegalStateException e) {
            if (!Thread.currentThread().isInterrupted()) {
                Log.line(context, "This environment ends, and Lambda starts a new one: " + Log.trace(e));
                ending.now();
            }
            throw e;
        }
    }

    private static long deadline(Context context) {
        int remaining = context.getRemainingTimeInMillis();
        return System.nanoTime() + (long) (remaining - margin(remaining)) * MILLION;
    }

    /**
     * Forwards a request.
     *
     * @param what the recognised event, of an HTTP kind
     * @param target what it is for
     * @param event its bytes
     * @param context of the invocation
     * @return the bytes that the front expects
     * @throws IllegalStateException if the application did not start
     */
    public byte[] answer(Event what, HttpTarget target, byte[] event, Context context) {
        int limit = PayloadLimit.of(what);
        byte[] answer = HttpReply.write(what, response(what, target, event, context, limit));
        if (answer.length > limit) {
            String line = "the application's answer to " + asked(target) + " makes " + answer.length + " bytes, and "
                    + PayloadLimit.taker(what) + " takes " + limit;
            Log.line(context, line);
            return HttpReply.write(what, Problems.of(502, ResponseReader.tooLarge(limit)));
        }
        return answer;
    }

    private HttpResponse response(Event what, HttpTarget target, byte[] event, Context context, int limit) {
        long deadline = deadline(context);
        try {
            if (!isUp(deadline, context)) {
                throw new ForwardException(504, LATE, null);
            }
            WebRequest request = requests.of(what, target, event, ids(context));
            return connections.exchange(request, limit, deadline).toHttp();
        } catch (SocketTimeoutException e) {
            Log.line(context, asked(target) + " was cut off, as the function's time runs out\n" + Threads.dump());
            return Problems.of(504, "the application did not answer in time");
        } catch (IOException e) {
            Log.line(context, asked(target) + " is not answered: " + Log.printable(e.toString()));
            return Problems.of(502, "the application did not answer properly");
        } catch (ForwardException e) {
            if (e.status() >= 500) {
                String dump = e.status() == 504 ? "\n" + startup.state() + "\n" + Threads.dump() : "";
                Log.line(context, asked(target) + ": " + e.getMessage() + cause(e) + dump);
            }
            return Problems.of(e.status(), String.valueOf(e.getMessage()));
        }
    }

    private static String cause(ForwardException e) {
        return e.getCause() == null ? "" : " (" + Log.printable(e.getCause().toString()) + ")";
    }

    private static String asked(HttpTarget target) {
        return Log.printable(target.method() + " " + target.path());
    }

    /** Enough to write the answer and the log. */
    static int margin(int remaining) {
        return Math.min(1_000, remaining / 4);
    }

    private static Requests.Ids ids(Context context) {
        String id = context.getAwsRequestId();
        String trace = context.getXrayTraceId();
        return new Requests.Ids(id == null ? "" : id, trace == null || !Fields.isValue(trace) ? null : trace);
    }
}
