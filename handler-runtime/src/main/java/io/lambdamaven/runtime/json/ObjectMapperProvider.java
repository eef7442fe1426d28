package io.lambdamaven.runtime.json;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Says how a project's own types are read from and written to JSON; the project's one implementation is marked with
 * {@code @JsonMapper}.
 *
 * <pre>{@code
 * @JsonMapper
 * public final class Mapper implements ObjectMapperProvider {
 *     @Override
 *     public ObjectMapper get(ObjectMapper standard) {
 *         return standard.registerModule(new MoneyModule());
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface ObjectMapperProvider {
    /**
     * Called once, when the first value is read or written.
     *
     * @param standard what would be used otherwise: limits on what it reads, no repeated keys, no polymorphic types named
     *     by the JSON, {@code java.time} as ISO text, {@code Optional}
     * @return the same with changes, or another one, which then has limits of its own
     */
    ObjectMapper get(ObjectMapper standard);
}
