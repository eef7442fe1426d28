/** Tasks on their way and at work, and what has been done once. */
@NullMarked
package io.lambdamaven.runtime.task;

import org.jspecify.annotations.NullMarked;
