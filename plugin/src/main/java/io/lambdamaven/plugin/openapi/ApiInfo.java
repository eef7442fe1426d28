package io.lambdamaven.plugin.openapi;

import org.jspecify.annotations.Nullable;

/**
 * What a description says of the API as a whole.
 *
 * @param version of the API, as its project has it
 * @param description may be null
 * @param server URL under which the paths are, null where the reader has to know
 */
public record ApiInfo(
        String title,
        String version,
        @Nullable String description,
        @Nullable String server) {}
