package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * What a stage has made that no permission statement leads back to, one line each in an SSM parameter. A line is written
 * before the resource is made and struck out after it has gone: it may name too much, never too little.
 */
final class Ledger {
    private final AwsClients clients;
    private final String name;
    private final Object lock = new Object();
    private NavigableSet<String> lines = new TreeSet<>();

    Ledger(AwsClients clients, String name) {
        this.clients = clients;
        this.name = name;
    }

    /** Reads it; none is an empty one. */
    void read() {
        NavigableSet<String> found = new TreeSet<>();
        try {
            String value = ssm().getParameter(r -> r.name(name)).parameter().value();
            Arrays.stream(value.split("\n", -1)).filter(line -> !line.isBlank()).forEach(found::add);
        } catch (ParameterNotFoundException e) {
            // Nothing was made yet.
        }
        synchronized (lock) {
            lines = found;
        }
    }

    /** What it names; lines of a later version of this plugin are left alone. */
    List<ResourceId> entries() {
        List<ResourceId> entries = new ArrayList<>();
        synchronized (lock) {
            lines.forEach(line -> entry(line).ifPresent(entries::add));
        }
        return entries;
    }

    boolean has(ResourceId id) {
        synchronized (lock) {
            return lines.contains(line(id));
        }
    }

    /** Before the resource is made. */
    void add(ResourceId id) {
        synchronized (lock) {
            if (lines.add(line(id))) {
                write();
            }
        }
    }

    /** After the resource has gone. */
    void strike(ResourceId id) {
        synchronized (lock) {
            if (lines.remove(line(id))) {
                write();
            }
        }
    }

    private void write() {
        if (lines.isEmpty()) {
            try {
                ssm().deleteParameter(r -> r.name(name));
            } catch (ParameterNotFoundException e) {
                // Gone already.
            }
            return;
        }
        String value = String.join("\n", lines);
        ssm().putParameter(r -> r.name(name)
                .value(value)
                .type(ParameterType.STRING)
                .tier(ParameterTier.INTELLIGENT_TIERING)
                .overwrite(true));
    }

    private static String line(ResourceId id) {
        return id.type().name() + " " + id.name();
    }

    private static Optional<ResourceId> entry(String line) {
        int space = line.indexOf(' ');
        return Arrays.stream(ResourceType.values())
                .filter(type -> space > 0 && type.name().equals(line.substring(0, space)))
                .map(type -> new ResourceId(type, line.substring(space + 1)))
                .findFirst();
    }

    private SsmClient ssm() {
        return clients.of(SsmClient.class, SsmClient::builder);
    }
}
