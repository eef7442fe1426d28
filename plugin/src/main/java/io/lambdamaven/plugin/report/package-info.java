/** Diagnostics and progress events as values, and their rendering as text. */
@NullMarked
package io.lambdamaven.plugin.report;

import org.jspecify.annotations.NullMarked;
