package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.plan.resource.ResourceId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Serves each HTTP API and function URL at a port of its own, which it keeps. */
final class Fronts {
    private final Web web;
    private final Ports ports;
    private final Invoker invoker;
    private final Clock clock;
    private final int firstPort;
    private final SortedMap<ResourceId, Open> open = new TreeMap<>();

    /** A front at its port. */
    record Open(Front front, int port) {
        String url() {
            return "http://localhost:" + port;
        }
    }

    Fronts(Web web, Ports ports, Invoker invoker, Clock clock, int firstPort) {
        this.web = web;
        this.ports = ports;
        this.invoker = invoker;
        this.clock = clock;
        this.firstPort = firstPort;
    }

    synchronized List<Open> open() {
        return List.copyOf(open.values());
    }

    /** From now on these are served, and no others. */
    synchronized void serve(List<Front> fronts) throws Exception {
        List<ResourceId> wanted = fronts.stream().map(Front::id).toList();
        for (Map.Entry<ResourceId, Open> entry : new ArrayList<>(open.entrySet())) {
            if (!wanted.contains(entry.getKey())) {
                open.remove(entry.getKey());
                web.close(entry.getValue().port());
            }
        }
        for (Front front : fronts) {
            Open there = open.get(front.id());
            if (there == null || !there.front().equals(front)) {
                int port = there == null ? ports.of(front.id().toString(), firstPort) : there.port();
                web.serve(port, new FrontHandler(front, invoker, clock));
                open.put(front.id(), new Open(front, port));
            }
        }
    }
}
