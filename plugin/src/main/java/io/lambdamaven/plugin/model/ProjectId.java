package io.lambdamaven.plugin.model;

/** The Maven coordinates of the project that the functions come from. */
public record ProjectId(String groupId, String artifactId, String version) {}
