/** Plays API Gateway's WebSocket APIs: connections, the routes of their messages, and the commands for connections. */
@NullMarked
package io.lambdamaven.plugin.local.socket;

import org.jspecify.annotations.NullMarked;
