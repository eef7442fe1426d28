/** The few types that handlers use: a request, a response, an HTTP error, an S3 object, an SQS message. Imports nothing. */
@NullMarked
package io.lambdamaven.api;

import org.jspecify.annotations.NullMarked;
