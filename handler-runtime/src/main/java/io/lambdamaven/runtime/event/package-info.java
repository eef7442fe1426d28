/** Bytes to one of a closed set of event kinds, and what routing needs of those that have routes. */
@NullMarked
package io.lambdamaven.runtime.event;

import org.jspecify.annotations.NullMarked;
