/** Classes, dependencies and generated files become one reproducible archive with a digest. */
@NullMarked
package io.lambdamaven.plugin.pack;

import org.jspecify.annotations.NullMarked;
