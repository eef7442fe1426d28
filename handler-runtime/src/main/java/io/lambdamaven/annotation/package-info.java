/** The annotations that users write on their handlers; read from class files at build time and never at run time. */
@NullMarked
package io.lambdamaven.annotation;

import org.jspecify.annotations.NullMarked;
