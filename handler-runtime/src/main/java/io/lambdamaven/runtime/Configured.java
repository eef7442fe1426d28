package io.lambdamaven.runtime;

import io.lambdamaven.api.Settings;
import io.lambdamaven.runtime.config.ConfigException;
import io.lambdamaven.runtime.config.Loaded;
import io.lambdamaven.runtime.config.RemoteConfig;
import io.lambdamaven.runtime.json.JsonSink;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A function's remote configuration over the life of its environment: loaded before anything of the project is made,
 * loaded again after a restore and, if the stage says so, after a time. It is always one that was loaded whole.
 */
final class Configured {
    /** The variable with the seconds after which it is loaded again. */
    static final String REFRESH = "LAMBDA_MAVEN__CONFIG_REFRESH";

    /** Lambda gives a start ten seconds. */
    private static final int START_MILLIS = 8_000;

    /** What an invocation may be kept waiting for a configuration that it can do without. */
    private static final int REFRESH_MILLIS = 3_000;

    private static final int NANOS_PER_MILLI = 1_000_000;

    private final RemoteConfig config;
    private final long refreshNanos;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Loaded loaded;
    private volatile long readAt;

    Configured(RemoteConfig config, int refreshSeconds) {
        this.config = config;
        this.refreshNanos = refreshSeconds * 1_000L * NANOS_PER_MILLI;
        this.loaded = whole();
        this.readAt = System.nanoTime();
        taken(loaded);
    }

    /** @throws ConfigException to fail the start */
    static Configured start(Map<String, String> environment) {
        int refresh;
        try {
            refresh = Integer.parseInt(environment.getOrDefault(REFRESH, "0"));
        } catch (NumberFormatException e) {
            throw new IllegalStateException("the variable " + REFRESH + " is no number of seconds");
        }
        return new Configured(RemoteConfig.of(environment), refresh);
    }

    /**
     * Loads it now, as at a start.
     *
     * @throws ConfigException to fail the restore
     */
    void load() {
        Loaded fresh = whole();
        readAt = System.nanoTime();
        taken(fresh);
    }

    private Loaded whole() {
        return config.load(START_MILLIS);
    }

    private void taken(Loaded fresh) {
        loaded = fresh;
        Settings.use(fresh.values());
        log(JsonLog.INFO, fresh.summary());
    }

    /** Loads it again when it is due. One invocation does so, those beside it go on with what is there. */
    void renewIfOld(int remainingMillis) {
        if (refreshNanos == 0 || System.nanoTime() - readAt < refreshNanos || !refreshing.tryLock()) {
            return;
        }
        try {
            if (System.nanoTime() - readAt >= refreshNanos) {
                renew(remainingMillis);
            }
        } finally {
            refreshing.unlock();
        }
    }

    private void renew(int remainingMillis) {
        try {
            Loaded fresh = config.load(Math.min(REFRESH_MILLIS, remainingMillis / 2));
            if (!fresh.values().equals(loaded.values()) || !fresh.sources().equals(loaded.sources())) {
                taken(fresh);
            }
        } catch (ConfigException e) {
            log(JsonLog.WARN, "the settings stay as they are, since they were not loaded again: " + e.getMessage());
        }
        // After a failure too: a source that is down is not asked by every invocation.
        readAt = System.nanoTime();
    }

    /** The keys, never the values, that the sources would say something else of now. */
    byte[] differences(int remainingMillis) {
        JsonSink out = new JsonSink().startObject().name("lambda-maven").text("config-diff");
        Loaded running = loaded;
        texts(out.name("sources"), running.sources());
        try {
            Loaded held = config.load(Math.min(START_MILLIS, remainingMillis));
            texts(out.name("held"), held.sources());
            texts(out.name("added"), held.keysWithout(running));
            texts(out.name("changed"), running.keysChangedIn(held));
            texts(out.name("removed"), running.keysWithout(held));
        } catch (ConfigException e) {
            out.name("failure").text(e.getMessage());
        }
        return out.endObject().toBytes();
    }

    private static void texts(JsonSink out, List<String> texts) {
        out.startArray();
        for (int i = 0; i < texts.size(); i++) {
            out.text(texts.get(i));
        }
        out.endArray();
    }

    private static void texts(JsonSink out, Set<String> texts) {
        out.startArray();
        for (String each : texts) {
            out.text(each);
        }
        out.endArray();
    }

    /** There is no invocation yet whose logger could be used. */
    private static void log(String level, String line) {
        if (Failures.JSON) {
            if (JsonLog.OF_FUNCTION.takes(level)) {
                byte[] json = new JsonSink()
                        .startObject()
                        .name("timestamp")
                        .text(Instant.now().toString())
                        .name("level")
                        .text(level)
                        .name("message")
                        .text(line)
                        .endObject()
                        .toBytes();
                System.err.println(new String(json, StandardCharsets.UTF_8));
            }
        } else {
            System.err.println(Traces.escaped(line));
        }
    }
}
