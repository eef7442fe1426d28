/** The OpenAPI description of a project's HTTP routes. */
@NullMarked
package io.lambdamaven.plugin.openapi;

import org.jspecify.annotations.NullMarked;
