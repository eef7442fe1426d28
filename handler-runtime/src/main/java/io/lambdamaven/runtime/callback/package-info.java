/** Tells services that wait to be called back what became of the user's method. */
@NullMarked
package io.lambdamaven.runtime.callback;

import org.jspecify.annotations.NullMarked;
