/** Walks a plan along its dependency graph through a {@link io.lambdamaven.plugin.apply.Port}. */
@NullMarked
package io.lambdamaven.plugin.apply;

import org.jspecify.annotations.NullMarked;
