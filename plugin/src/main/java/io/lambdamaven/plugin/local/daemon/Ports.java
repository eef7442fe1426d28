package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.wire.Loopback;
import io.lambdamaven.plugin.local.wire.StateDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives ports, and the same ones again: an address that was printed once stays good. */
final class Ports {
    /** Enough for all fronts of a machine; then any free port will do. */
    private static final int TRIED = 90;

    private final Path file;
    private final SortedMap<String, Integer> ports = new TreeMap<>();

    Ports(Path file) {
        this.file = file;
        StateDirectory.read(file, json -> {
                    Map<String, Integer> read = new TreeMap<>();
                    json.asObject().members().forEach((name, port) -> read.put(name, port.asInt()));
                    return read;
                })
                .ifPresent(read -> read.forEach((name, port) -> ports.put(name, port)));
    }

    /** The port this name had, if it is free; else the first free one from there on, or from a start. */
    synchronized int of(String name, int start) {
        Integer before = ports.get(name);
        if (before != null && Loopback.isFree(before)) {
            return before;
        }
        int found = before != null ? firstFree(before + 1) : firstFree(start);
        return remember(name, found);
    }

    /** Keeps a port that was settled otherwise. */
    synchronized int remember(String name, int port) {
        ports.put(name, port);
        JsonObject.Builder json = Json.object();
        ports.forEach((key, value) -> json.put(key, value.longValue()));
        StateDirectory.write(file, json.build());
        return port;
    }

    private int firstFree(int start) {
        Collection<Integer> taken = ports.values();
        for (int port = start; port < start + TRIED; port++) {
            if (!taken.contains(port) && Loopback.isFree(port)) {
                return port;
            }
        }
        try {
            return Loopback.anyPort();
        } catch (IOException e) {
            throw new IllegalStateException("No port is free", e);
        }
    }
}
