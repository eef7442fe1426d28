package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.local.host.Result;
import io.lambdamaven.plugin.local.socket.SocketFront;
import io.lambdamaven.plugin.local.socket.SocketHandler;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Serves each WebSocket API at a port of its own, which it keeps. */
final class SocketFronts {
    private final Web web;
    private final Ports ports;
    private final Invoker invoker;
    private final ExecutorService later;
    private final Clock clock;
    private final int firstPort;
    private final SocketPlaces places;
    private final SortedMap<ResourceId, Open> open = new TreeMap<>();

    /** An API at its port. */
    record Open(SocketFront front, int port, SocketHandler handler) {
        String url() {
            return "ws://localhost:" + port;
        }
    }

    SocketFronts(
            Web web,
            Ports ports,
            Invoker invoker,
            ExecutorService later,
            Clock clock,
            int firstPort,
            SocketPlaces places) {
        this.web = web;
        this.ports = ports;
        this.invoker = invoker;
        this.later = later;
        this.clock = clock;
        this.firstPort = firstPort;
        this.places = places;
    }

    synchronized List<Open> open() {
        return List.copyOf(open.values());
    }

    /** From now on these are served, and no others; who is connected to one of these stays so. */
    synchronized void serve(List<SocketFront> fronts) throws Exception {
        List<ResourceId> wanted = fronts.stream().map(each -> each.api().id()).toList();
        for (Map.Entry<ResourceId, Open> entry : new ArrayList<>(open.entrySet())) {
            if (!wanted.contains(entry.getKey())) {
                open.remove(entry.getKey());
                web.close(entry.getValue().port());
            }
        }
        for (SocketFront front : fronts) {
            ResourceId id = front.api().id();
            Open there = open.get(id);
            if (there == null) {
                int port = ports.of(id.toString(), firstPort);
                SocketHandler handler = new SocketHandler(web.sockets(), front, this::invoke, later, clock);
                web.serve(port, handler);
                open.put(id, new Open(front, port, handler));
            } else {
                there.handler().follow(front);
                open.put(id, new Open(front, there.port(), there.handler()));
            }
        }
        places.know(open.values());
    }

    private @Nullable Result invoke(String functionName, String alias, byte[] event) throws InterruptedException {
        try {
            return invoker.invoke(functionName, alias, event).result();
        } catch (ServiceFault e) {
            return null;
        }
    }
}
