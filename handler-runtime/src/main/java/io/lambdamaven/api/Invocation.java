package io.lambdamaven.api;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The call of one of the project's methods: what it is part of and how long it may take. A handler method, an exception
 * handler and an {@link Interceptor} may take it; it is theirs for the length of the call.
 */
public interface Invocation {
    /**
     * Lambda's id of the invocation; the records of a batch share it.
     *
     * @return the id
     */
    String requestId();

    /**
     * The X-Ray trace header.
     *
     * @return such as {@code Root=1-5e1b4151-...;Sampled=1}, or null if the invocation is not traced
     */
    @Nullable
    String traceId();

    /**
     * The tenant, of a function with tenant isolation.
     *
     * @return the id, or null
     */
    @Nullable
    String tenantId();

    /**
     * When Lambda ends the invocation, whatever it does.
     *
     * @return by this machine's clock
     */
    Instant deadline();

    /**
     * The time left until the {@link #deadline()}.
     *
     * @return now; never negative
     */
    Duration remaining();

    /**
     * The kind of the event.
     *
     * @return a word in lower case such as {@code http-api}, {@code sqs} or {@code command}
     */
    String kind();

    /**
     * The method that is called.
     *
     * @return such as {@code OrderApi.get}
     */
    String handler();

    /**
     * What the method's route takes.
     *
     * @return such as <code>GET /orders/{id}</code>: the template, not what the event has in its place
     */
    String route();

    /**
     * The function's name.
     *
     * @return as deployed
     */
    String functionName();

    /**
     * The alias or version through which the invocation came.
     *
     * @return such as {@code live}; empty if it named none
     */
    String qualifier();

    /**
     * Whether this is the first invocation of its execution environment.
     *
     * @return true for one invocation of each environment
     */
    boolean coldStart();

    /**
     * Lambda's own view of the invocation.
     *
     * @return the context
     */
    Context context();
}
