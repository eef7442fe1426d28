package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.local.host.FunctionHost;
import io.lambdamaven.plugin.local.host.FunctionSpec;
import io.lambdamaven.plugin.local.host.HostSettings;
import io.lambdamaven.plugin.local.host.Request;
import io.lambdamaven.plugin.local.host.Result;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The execution environments of each version, started when first needed. One that is in use is closed after its use. */
final class Hosts implements AutoCloseable {
    private static final int MEMORY = 128;
    private static final int TIMEOUT = 3;

    private final Function<String, HostSettings> settings;
    private final Function<String, Path> code;
    private final Function<LambdaFunction, Map<String, String>> variables;
    private final Map<Published, Used> hosts = new HashMap<>();

    private static final class Used {
        private final FunctionHost host;
        private int users;
        private boolean unwanted;

        Used(FunctionHost host) {
            this.host = host;
        }
    }

    /**
     * @param settings by function name
     * @param code the unpacked code, by digest
     * @param variables of a function, as they are here
     */
    Hosts(
            Function<String, HostSettings> settings,
            Function<String, Path> code,
            Function<LambdaFunction, Map<String, String>> variables) {
        this.settings = settings;
        this.code = code;
        this.variables = variables;
    }

    Result invoke(Published version, byte[] payload, String arn) throws InterruptedException {
        Used used = take(version);
        try {
            return used.host.invoke(new Request(payload, arn));
        } finally {
            giveBack(used);
        }
    }

    private synchronized Used take(Published version) {
        Used used = hosts.computeIfAbsent(version, this::start);
        used.users++;
        return used;
    }

    private void giveBack(Used used) {
        synchronized (this) {
            used.users--;
            if (!used.unwanted || used.users > 0) {
                return;
            }
        }
        used.host.close();
    }

    private Used start(Published version) {
        FunctionSpec spec = new FunctionSpec(
                version.function().name(),
                version.version(),
                version.arn(),
                Objects.requireNonNullElse(version.function().handler(), ""),
                Objects.requireNonNullElse(version.function().memory(), MEMORY),
                Objects.requireNonNullElse(version.function().timeout(), TIMEOUT),
                new TreeMap<>(variables.apply(version.function())),
                code.apply(version.code()),
                version.region());
        return new Used(new FunctionHost(spec, settings.apply(version.function().name())));
    }

    /** Closes all others; those that work now, when they are done. */
    synchronized void retain(Set<Published> wanted) {
        hosts.entrySet().removeIf(entry -> {
            if (wanted.contains(entry.getKey())) {
                return false;
            }
            entry.getValue().unwanted = true;
            if (entry.getValue().users == 0) {
                entry.getValue().host.close();
            }
            return true;
        });
    }

    @Override
    public synchronized void close() {
        hosts.values().forEach(used -> used.host.close());
        hosts.clear();
    }
}
