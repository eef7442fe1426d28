package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.local.wire.StateDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** The daemon's process. Ends when told to through its API, or by a signal. */
public final class LocalLambdaMain {
    private LocalLambdaMain() {}

    /** @param args state directory, fingerprint, region, whether the pure Java loop runs functions, and maybe a port */
    public static void main(String[] args) throws InterruptedException {
        LocalLambda.Settings settings = new LocalLambda.Settings(
                args.length > 4 ? Integer.valueOf(args[4]) : null, args[2], Boolean.parseBoolean(args[3]), args[1]);
        LocalLambda lambda = start(new StateDirectory(Path.of(args[0])), settings);
        Thread ending = new Thread(() -> close(lambda), "local-lambda-end");
        Runtime.getRuntime().addShutdownHook(ending);
        lambda.awaitStop();
        // The hook kills the functions: it runs for a signal as well as now.
        System.exit(0);
    }

    private static LocalLambda start(StateDirectory directory, LocalLambda.Settings settings) {
        try {
            return new LocalLambda(directory, settings, Clock.systemUTC());
        } catch (Exception e) {
            e.printStackTrace();
            System.err.println("Cannot start: " + e.getMessage());
            // The server may have threads by now that would keep a useless process alive.
            System.exit(1);
            throw new IllegalStateException(e);
        }
    }

    private static void close(LocalLambda lambda) {
        try {
            lambda.close();
        } catch (IOException | IllegalStateException e) {
            System.err.println("The local Lambda did not stop in order: " + e);
        }
    }
}
