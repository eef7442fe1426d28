/** The types that handlers use: requests, responses, records of every batch source and results. Imports nothing. */
@NullMarked
package io.lambdamaven.api;

import org.jspecify.annotations.NullMarked;
