/** The local Lambda's daemon: serves the Lambda API, HTTP APIs, function URLs and schedules on this machine. */
@NullMarked
package io.lambdamaven.plugin.local.daemon;

import org.jspecify.annotations.NullMarked;
