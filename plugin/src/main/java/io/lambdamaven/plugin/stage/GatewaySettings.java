package io.lambdamaven.plugin.stage;

import org.jspecify.annotations.Nullable;

/**
 * What is set for the WebSocket API of one function.
 *
 * @param routeSelection what chooses the route of a message
 * @param webSocketStage the stage's name, or null for that of the plugin's stage
 */
public record GatewaySettings(
        String routeSelection, @Nullable String webSocketStage) {}
