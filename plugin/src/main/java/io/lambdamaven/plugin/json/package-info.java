/** JSON as immutable values, read with limits and written sorted. The only user of Jackson in the plugin. */
@NullMarked
package io.lambdamaven.plugin.json;

import org.jspecify.annotations.NullMarked;
