package io.lambdamaven.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method with changes to documents of an Amazon DocumentDB cluster, which Lambda reads from a change stream.
 *
 * <p>With a parameter of type {@code DocumentDbChange} or a record or class of the project (the full document) the
 * method is called once per change; with {@code List<T>} or the raw event as {@code InputStream}, {@code byte[]},
 * {@code JsonNode} or {@code Map<String, Object>} once per batch. An exception makes Lambda deliver the whole batch
 * again.
 *
 * <p>A change that names no collection ({@code invalidate}, {@code dropDatabase}) goes to every method of the function
 * whose cluster, and database if it names one, fit. Neither these nor a {@code delete} have a full document: a method
 * that has to see them takes {@code DocumentDbChange}; for one that takes the document as a type of the project they are
 * left out, with a line in the log.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html">AWS: using Lambda with Amazon
 *     DocumentDB</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(DocumentDbTriggers.class)
public @interface DocumentDbTrigger {
    /**
     * The cluster: a name, an ARN, or <code>${placeholder}</code>, resolved from the stage's settings when it is
     * deployed.
     *
     * @return the cluster
     */
    String cluster();

    /**
     * The database's name, or a placeholder.
     *
     * @return the database
     */
    String database();

    /**
     * The collection's name, or a placeholder.
     *
     * @return the collection, empty for all of the database
     */
    String collection() default "";

    /**
     * What the event says of an updated document.
     *
     * @return what changed by default
     */
    FullDocument fullDocument() default FullDocument.DEFAULT;

    /**
     * Where a new mapping begins to read. It cannot be changed later.
     *
     * @return {@link StartingPosition#LATEST} by default
     */
    StartingPosition startingPosition() default StartingPosition.LATEST;

    /**
     * The most records in one batch: 1 to 10000.
     *
     * @return the batch size, 100 by default
     */
    int batchSize() default 100;

    /**
     * How long Lambda may gather records before it calls the function, in seconds: 0 to 300.
     *
     * @return seconds, 0 by default
     */
    int batchingWindow() default 0;

    /**
     * The ARN of the secret with the cluster's user name and password, or a placeholder.
     *
     * @return the secret
     */
    String secret() default "";

    /**
     * Filter criteria: event filtering patterns as JSON, of which a record must fit one to reach the function; at most
     * 5.
     *
     * @return the patterns, none by default, which lets everything through
     */
    String[] filters() default {};

    /**
     * Whether Lambda polls the source; the mapping is made in either case.
     *
     * @return true by default
     */
    boolean enabled() default true;
}
