/** The AWS resources that a deploy makes, one record each: what they are compared by and what they wait for. */
@NullMarked
package io.lambdamaven.plugin.plan.resource;

import org.jspecify.annotations.NullMarked;
