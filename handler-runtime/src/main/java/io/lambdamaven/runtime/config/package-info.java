/** Loads the remote configuration, whole or not at all, and gives settings to parameters. */
@NullMarked
package io.lambdamaven.runtime.config;

import org.jspecify.annotations.NullMarked;
