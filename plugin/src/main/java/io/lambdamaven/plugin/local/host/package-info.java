/** Execution environments: child JVMs that run an unpacked function with AWS's client, each beside its own Runtime API. */
@NullMarked
package io.lambdamaven.plugin.local.host;

import org.jspecify.annotations.NullMarked;
