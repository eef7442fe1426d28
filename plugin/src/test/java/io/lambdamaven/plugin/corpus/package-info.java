/** Sample events of every service through generated handlers, and what their answers must look like. */
@NullMarked
package io.lambdamaven.plugin.corpus;

import org.jspecify.annotations.NullMarked;
