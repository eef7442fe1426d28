package io.lambdamaven.plugin.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which local Lambda, and how it runs functions.
 *
 * @param directory its state
 * @param region the one functions are deployed in
 * @param port of its Lambda API; null for the one it had, else the first free one from 9110 on
 * @param pureJavaLoop whether functions run without AWS's runtime interface client
 */
public record LocalSettings(
        Path directory, String region, @Nullable Integer port, boolean pureJavaLoop) {}
