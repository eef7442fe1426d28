/** The model to the handlers' source, as values, and that source to classes. The only user of JavaPoet. */
@NullMarked
package io.lambdamaven.plugin.generate;

import org.jspecify.annotations.NullMarked;
