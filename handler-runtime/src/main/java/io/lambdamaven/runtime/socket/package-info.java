/** Writes to the clients of WebSocket APIs: packed where a method takes {@code Connections}. */
@NullMarked
package io.lambdamaven.runtime.socket;

import org.jspecify.annotations.NullMarked;
