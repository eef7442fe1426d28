/** Runs scripts that operators have signed, and nothing else; loaded only by a script. */
@NullMarked
package io.lambdamaven.runtime.script;

import org.jspecify.annotations.NullMarked;
