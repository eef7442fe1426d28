/** What operators sign and send to have a script run, and the keys that they sign with. */
@NullMarked
package io.lambdamaven.plugin.script;

import org.jspecify.annotations.NullMarked;
