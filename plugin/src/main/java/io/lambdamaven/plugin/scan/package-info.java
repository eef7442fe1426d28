/** Class files to the model, or to diagnostics. Classes are read and never loaded; the only user of ASM. */
@NullMarked
package io.lambdamaven.plugin.scan;

import org.jspecify.annotations.NullMarked;
