/** AWS as a {@link io.lambdamaven.plugin.apply.Port}: observes, executes changes, invokes. The only user of the SDK. */
@NullMarked
package io.lambdamaven.plugin.aws;

import org.jspecify.annotations.NullMarked;
