/** Checks arguments by Jakarta Validation; the only user of its API, loaded by methods with constraints alone. */
@NullMarked
package io.lambdamaven.runtime.validation;

import org.jspecify.annotations.NullMarked;
