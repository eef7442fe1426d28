package io.lambdamaven.plugin.model;

/** One parameter of a handler method. */
public record Parameter(String name, JavaType type, Binding binding) {}
