/** What JSON of the project's types looks like, as JSON Schema. The only room in which the project's classes are loaded. */
@NullMarked
package io.lambdamaven.plugin.json.schema;

import org.jspecify.annotations.NullMarked;
