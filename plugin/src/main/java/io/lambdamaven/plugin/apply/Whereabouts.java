package io.lambdamaven.plugin.apply;

/** Where ARNs point. */
public record Whereabouts(String partition, String region, String account) {}
