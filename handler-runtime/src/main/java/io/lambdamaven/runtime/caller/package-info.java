/** Who sent an HTTP request; packed for functions that ask for it alone. */
@NullMarked
package io.lambdamaven.runtime.caller;

import org.jspecify.annotations.NullMarked;
