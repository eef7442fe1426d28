package io.lambdamaven.plugin.model;

import org.jspecify.annotations.Nullable;

/**
 * What operators can tell a command, for lists and for reading the command line.
 *
 * @param name as in {@code args}; empty where the command takes all of {@code args} as one value
 * @param type as in the source
 * @param required whether it must be there
 * @param list whether it takes several values
 * @param defaultValue what counts where it is not there, or null
 */
public record CommandArgument(
        String name,
        String type,
        boolean required,
        boolean list,
        @Nullable String defaultValue,
        String description) {}
