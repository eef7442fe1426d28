package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.MappedSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The change stream of a DocumentDB database or of one of its collections. */
final class DocumentDbWiring implements ServiceWiring {
    private final PolledSource sources = new PolledSource();

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        wires.resolveAll(route, trigger);
        String cluster = wires.runtimeText(route, trigger, "cluster");
        String database = wires.runtimeText(route, trigger, "database");
        String collection = wires.runtimeText(route, trigger, "collection");
        String secret = PolledSource.neededSecret(route, trigger, wires);
        if (cluster == null || database == null || collection == null || secret == null) {
            return;
        }
        String arn = cluster.startsWith("arn:") ? cluster : wires.arns().of("rds", "cluster:" + cluster);
        wires.allow(List.of("rds:DescribeDBClusters"), List.of(arn));
        wires.allow(
                List.of("rds:DescribeDBClusterParameters"), List.of(wires.arns().of("rds", "cluster-pg:*")));
        wires.allow(List.of("rds:DescribeDBSubnetGroups"), List.of(wires.arns().of("rds", "subgrp:*")));
        PolledSource.allowSecret(wires, secret);
        PolledSource.allowNetwork(wires);
        sources.map(
                route,
                trigger,
                wires,
                MappedSource.of(arn).with(MappedSource.DATABASE, database).with(MappedSource.COLLECTION, collection),
                false,
                Readings.of(trigger, null, new TreeMap<>(Map.of("BASIC_AUTH", secret)), ""));
    }
}
