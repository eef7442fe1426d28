/** Merges annotation defaults, pom, stage and {@code -D} settings, resolves placeholders, gives the desired state. */
@NullMarked
package io.lambdamaven.plugin.stage;

import org.jspecify.annotations.NullMarked;
