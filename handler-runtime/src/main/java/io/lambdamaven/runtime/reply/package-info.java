/** Result or exception to the response bytes that each kind of event expects. */
@NullMarked
package io.lambdamaven.runtime.reply;

import org.jspecify.annotations.NullMarked;
