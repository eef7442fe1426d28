/** The base class of generated handlers: bytes, event, route, arguments, the user's method, reply, bytes. */
@NullMarked
package io.lambdamaven.runtime;

import org.jspecify.annotations.NullMarked;
