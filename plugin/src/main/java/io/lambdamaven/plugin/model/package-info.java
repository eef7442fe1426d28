/** What the scanner read from a project, as values: functions, routes, triggers. Imports nothing. */
@NullMarked
package io.lambdamaven.plugin.model;

import org.jspecify.annotations.NullMarked;
