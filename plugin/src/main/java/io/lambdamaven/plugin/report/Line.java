package io.lambdamaven.plugin.report;

/** A line for people. */
public record Line(Tone tone, String text) {}
