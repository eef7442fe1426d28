/** Reads and writes JSON as streams; the only user of Jackson. */
@NullMarked
package io.lambdamaven.runtime.json;

import org.jspecify.annotations.NullMarked;
