/** The immutable route table: event to match, or why there is none. */
@NullMarked
package io.lambdamaven.runtime.route;

import org.jspecify.annotations.NullMarked;
