package io.lambdamaven.runtime.config;

import io.lambdamaven.api.Settings;
import io.lambdamaven.runtime.json.Scalars;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings on their way to parameters, all of one configuration; used by generated handlers. */
public final class Injected {
    private final Map<String, String> remote;

    private Injected(Map<String, String> remote) {
        this.remote = remote;
    }

    /**
     * The settings as they are at this moment.
     *
     * @return not to be kept
     */
    public static Injected now() {
        return new Injected(Settings.remote());
    }

    /**
     * A setting.
     *
     * @param key its name
     * @return its value, if it has one
     */
    public One at(String key) {
        String value = remote.get(key);
        return new One(key, value == null ? System.getenv(key) : value);
    }

    /** One setting. */
    public static final class One {
        private final String key;
        private final @Nullable String value;

        private One(String key, @Nullable String value) {
            this.key = key;
            this.value = value;
        }

        /**
         * Sets what counts if it has no value.
         *
         * @param otherwise as a configuration would have it
         * @return this, or one with that value
         */
        public One orElse(String otherwise) {
            return value == null ? new One(key, otherwise) : this;
        }

        /**
         * The value.
         *
         * @param type a type that {@link Scalars#parse} reads
         * @param <T> that type
         * @return the value
         * @throws IllegalStateException if there is none or it does not fit
         */
        public <T> T as(Class<T> type) {
            if (value == null) {
                Settings.get(key);
                throw new IllegalStateException("the setting " + key + " has no value");
            }
            return parsed(value, type);
        }

        /**
         * The value, if there is one.
         *
         * @param type a type that {@link Scalars#parse} reads
         * @param <T> that type
         * @return the value or null
         * @throws IllegalStateException if it does not fit
         */
        public <T> @Nullable T asNullable(Class<T> type) {
            return value == null ? null : parsed(value, type);
        }

        /**
         * The value, if there is one.
         *
         * @param type a type that {@link Scalars#parse} reads
         * @param <T> that type
         * @return the value or empty
         * @throws IllegalStateException if it does not fit
         */
        public <T> Optional<T> asOptional(Class<T> type) {
            return Optional.ofNullable(asNullable(type));
        }

        /** Without the cause, whose message may quote the value. */
        private <T> T parsed(String text, Class<T> type) {
            try {
                return type.cast(Scalars.parse(text, type));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalStateException("the setting " + key + " is not of type " + type.getSimpleName());
            }
        }
    }
}
