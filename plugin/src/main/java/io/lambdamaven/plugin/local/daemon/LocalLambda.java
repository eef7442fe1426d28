package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.local.host.HostSettings;
import io.lambdamaven.plugin.local.host.RuntimeClient;
import io.lambdamaven.plugin.local.table.LocalTable;
import io.lambdamaven.plugin.local.wire.DaemonInfo;
import io.lambdamaven.plugin.local.wire.StateDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The local Lambda of one state directory, from start to stop. */
public final class LocalLambda implements AutoCloseable {
    static final int FIRST_PORT = 9110;
    /** Here are no tables: the runtime writes down in a folder which scripts were there. */
    private static final String SCRIPT_NONCES = "LAMBDA_MAVEN__SCRIPT_NONCES_FOLDER";

    /** Nor are there queues or topics: tasks of all transports come to its own API. */
    private static final String TASKS = "AWS_ENDPOINT_URL_LAMBDA_MAVEN";

    /** States that are kept on AWS in a table come to it too; not those of tables of the functions' own. */
    private static final String STATES = "LAMBDA_MAVEN__TASK_STATES";

    private static final int MOST_ENVIRONMENTS = 10;

    private final StateDirectory directory;
    private final DirectoryLock lock;
    private final Web web;
    private final Hosts hosts;
    private final Schedules schedules;
    private final DaemonInfo info;
    private final StatesApi states;
    private final ExecutorService later = Executors.newCachedThreadPool(LocalLambda::thread);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * How a daemon serves.
     *
     * @param port of the Lambda API, or null for the one it had, else the first free one from 9110 on
     * @param region for messages about functions that are not there
     * @param pureJavaLoop whether functions run without AWS's runtime interface client
     * @param fingerprint of the daemon's jars and settings
     */
    public record Settings(@Nullable Integer port, String region, boolean pureJavaLoop, String fingerprint) {}

    /** Starts and serves what is on record. */
    public LocalLambda(StateDirectory directory, Settings settings, Clock clock) throws Exception {
        this.directory = directory;
        lock = DirectoryLock.take(directory.lockFile());
        web = new Web();
        CodeStore code = new CodeStore(directory.code());
        Functions functions = new Functions(directory.functionsFile());
        RuntimeClient client = RuntimeClient.install(directory.root().resolve("client"));
        Files.createDirectories(directory.root().resolve("logs"));
        states = new StatesApi(new LocalTable(clock));
        SocketPlaces places = new SocketPlaces();
        hosts = new Hosts(
                name -> hostSettings(name, client, settings.pureJavaLoop()), code::directory, places::variables);
        Invoker invoker = new Invoker(functions, hosts, settings.region());
        schedules = new Schedules(clock, fired -> later.execute(() -> fire(invoker, fired)));
        Ports ports = new Ports(directory.portsFile());
        Integer wanted = settings.port();
        int port = wanted == null ? ports.of("lambda", FIRST_PORT) : ports.remember("lambda", wanted);
        Fronts fronts = new Fronts(web, ports, invoker, clock, port + 1);
        SocketFronts sockets = new SocketFronts(web, ports, invoker, later, clock, port + 1, places);
        Registry registry = new Registry(directory, functions, code, hosts, fronts, sockets, schedules, clock);
        info = new DaemonInfo(
                ProcessHandle.current().pid(), port, UUID.randomUUID().toString(), settings.fingerprint());
        ControlApi control = new ControlApi(info, directory, registry, fronts, sockets, stopped::countDown);
        LambdaApi lambda = new LambdaApi(functions, code, invoker, later);
        try {
            registry.follow();
            web.serve(port, main(control, lambda, states));
            StateDirectory.write(directory.daemonFile(), info.toJson());
        } catch (Exception e) {
            close();
            throw e;
        }
        later.execute(this::tickUntilStopped);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "local-lambda-later");
        thread.setDaemon(true);
        return thread;
    }

    private static Request.Handler main(ControlApi control, LambdaApi lambda, StatesApi states) {
        return (request, response, callback) -> {
            String path = String.valueOf(request.getHttpURI().getPath());
            if (path.startsWith(ControlApi.ROOT)) {
                return control.handle(request, response, callback);
            } else if (path.startsWith(StatesApi.ROOT)) {
                return states.handle(request, response, callback);
            }
            return path.startsWith(LambdaApi.ROOT) && lambda.handle(request, response, callback);
        };
    }

    private HostSettings hostSettings(String name, RuntimeClient client, boolean pureJavaLoop) {
        String here = "http://127.0.0.1:" + info.port();
        return new HostSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                client.jars(),
                client.nativeLibrary(),
                pureJavaLoop,
                client.loopClasses(),
                MOST_ENVIRONMENTS,
                directory.log(name),
                directory.root().resolve("scratch").resolve(name),
                Map.of(SCRIPT_NONCES, directory.nonces(name).toString(), TASKS, here, STATES, here + states.path()));
    }

    private static void fire(Invoker invoker, Schedules.Fired fired) {
        try {
            invoker.invoke(fired.functionName(), fired.alias(), fired.event().getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ServiceFault e) {
            // The alias went away between the tick and now: nobody is left to tell.
            return;
        }
    }

    /** How it is reached. */
    public DaemonInfo info() {
        return info;
    }

    /** Fires the rules whose time has come. */
    void tick() {
        schedules.tick();
    }

    private void tickUntilStopped() {
        try {
            while (!stopped.await(1, TimeUnit.SECONDS)) {
                schedules.tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when somebody asked it to stop. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() throws IOException {
        later.shutdownNow();
        try {
            web.close();
        } finally {
            hosts.close();
            Files.deleteIfExists(directory.daemonFile());
            lock.close();
        }
    }
}
