/** Sample events: what a service would send for a trigger of the project. */
@NullMarked
package io.lambdamaven.plugin.sample;

import org.jspecify.annotations.NullMarked;
