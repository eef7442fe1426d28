/** Serves the description of the API that the jar holds. */
@NullMarked
package io.lambdamaven.runtime.document;

import org.jspecify.annotations.NullMarked;
