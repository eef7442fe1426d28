package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.model.Route;

/**
 * An event as its service would send it.
 *
 * @param route the one it is for
 * @param qualifier the alias through which such events come
 * @param json the event
 */
public record Sample(Route route, String qualifier, String json) {}
