/** What there is to know of each kind of trigger, as data: its annotation, checks, rows, forms and answers. */
@NullMarked
package io.lambdamaven.plugin.catalog;

import org.jspecify.annotations.NullMarked;
