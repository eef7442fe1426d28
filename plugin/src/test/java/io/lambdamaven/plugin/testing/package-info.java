/** Tools of the tests: an AWS emulator that nobody here wrote, and a proxy in front of it that breaks calls. */
@NullMarked
package io.lambdamaven.plugin.testing;

import org.jspecify.annotations.NullMarked;
