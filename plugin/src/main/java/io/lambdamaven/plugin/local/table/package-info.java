/** Plays a table of DynamoDB for what the runtime keeps there: items in memory, conditions and updates on one of them. */
@NullMarked
package io.lambdamaven.plugin.local.table;

import org.jspecify.annotations.NullMarked;
