/** What HTTP routes say beyond method and path; packed for functions with such routes alone. */
@NullMarked
package io.lambdamaven.runtime.terms;

import org.jspecify.annotations.NullMarked;
