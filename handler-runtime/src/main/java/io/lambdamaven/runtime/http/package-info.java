/** Errors and conditions of HTTP, loaded by the requests that have them. */
@NullMarked
package io.lambdamaven.runtime.http;

import org.jspecify.annotations.NullMarked;
