/** The client side of the local Lambda: starts its daemon, deploys to it, invokes. */
@NullMarked
package io.lambdamaven.plugin.local;

import org.jspecify.annotations.NullMarked;
