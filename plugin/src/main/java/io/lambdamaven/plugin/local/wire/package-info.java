/** What the client side and the daemon of the local Lambda both know: its state directory, and resources as JSON. */
@NullMarked
package io.lambdamaven.plugin.local.wire;

import org.jspecify.annotations.NullMarked;
