package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method once for all events with one key: what AWS delivers twice, or a client sends again, gets the result of
 * the first call.
 *
 * <p>The key's state is kept for seven days in a table of DynamoDB that the deployer makes. While a call is under way,
 * another event with its key is refused: over HTTP with status 409, in a batch as a failed record that is delivered again.
 * A call that failed, or whose invocation is over, lets the next one begin.
 *
 * <p>A key is its caller's own where a front has verified who he is. One that comes again with another request is refused:
 * over HTTP with status 422.
 *
 * <p>What the method returns is kept as JSON of at most 390 KB, so it is a record, a text, a number, an {@code
 * HttpResponse} or nothing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Idempotent {
    /**
     * What tells one event from another.
     *
     * @return members of the payload's JSON, between full stops, such as {@code order.id}; after {@code event:} members of
     *     what AWS delivers, such as {@code event:id}; several with commas between them, such as {@code
     *     bucket,key,sequencer}; or over HTTP {@code header:Idempotency-Key}. An event without it is refused
     */
    String key();
}
