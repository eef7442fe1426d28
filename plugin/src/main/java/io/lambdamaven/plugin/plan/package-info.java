/** Pure: desired and observed resources in, ordered changes out. No clock, network or file. */
@NullMarked
package io.lambdamaven.plugin.plan;

import org.jspecify.annotations.NullMarked;
