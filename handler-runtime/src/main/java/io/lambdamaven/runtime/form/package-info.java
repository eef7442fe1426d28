/** Bodies that are forms; packed for functions that take some alone. */
@NullMarked
package io.lambdamaven.runtime.form;

import org.jspecify.annotations.NullMarked;
