/** The client's place on systems that have no native part of it; runs in the child, with aws-lambda-java-core alone. */
@NullMarked
package io.lambdamaven.plugin.local.loop;

import org.jspecify.annotations.NullMarked;
