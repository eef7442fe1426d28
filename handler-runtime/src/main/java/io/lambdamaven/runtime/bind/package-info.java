/** Match and event to argument values; failures name the parameter. */
@NullMarked
package io.lambdamaven.runtime.bind;

import org.jspecify.annotations.NullMarked;
