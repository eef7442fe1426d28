package io.lambdamaven.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The function's settings: what its remote configuration holds, else the environment variable of that name, else a
 * default. No message ever quotes a value.
 */
public final class Settings {
    private static volatile Map<String, String> remote = Map.of();

    private Settings() {}

    /**
     * A setting that must have a value.
     *
     * @param key its name
     * @return its value
     * @throws IllegalStateException if it has none
     */
    public static String get(String key) {
        String value = value(key);
        if (value == null) {
            throw missing(key);
        }
        return value;
    }

    /**
     * A setting.
     *
     * @param key its name
     * @param otherwise what counts if it has no value
     * @return its value
     */
    public static String get(String key, String otherwise) {
        String value = value(key);
        return value == null ? otherwise : value;
    }

    /**
     * A setting that may have no value.
     *
     * @param key its name
     * @return its value, if it has one
     */
    public static Optional<String> find(String key) {
        return Optional.ofNullable(value(key));
    }

    /**
     * A whole number that must be set.
     *
     * @param key its name
     * @return its value
     * @throws IllegalStateException if it has none, or none that is a number of this size
     */
    public static int getInt(String key) {
        return whole(key, get(key));
    }

    /**
     * A whole number.
     *
     * @param key its name
     * @param otherwise what counts if it has no value
     * @return its value
     * @throws IllegalStateException if it is no number of this size
     */
    public static int getInt(String key, int otherwise) {
        String value = value(key);
        return value == null ? otherwise : whole(key, value);
    }

    /**
     * A whole number that may not be set.
     *
     * @param key its name
     * @return its value, if it has one
     * @throws IllegalStateException if it is no number of this size
     */
    public static OptionalInt findInt(String key) {
        String value = value(key);
        return value == null ? OptionalInt.empty() : OptionalInt.of(whole(key, value));
    }

    /**
     * A whole number that must be set.
     *
     * @param key its name
     * @return its value
     * @throws IllegalStateException if it has none, or none that is a number of this size
     */
    public static long getLong(String key) {
        return longWhole(key, get(key));
    }

    /**
     * A whole number.
     *
     * @param key its name
     * @param otherwise what counts if it has no value
     * @return its value
     * @throws IllegalStateException if it is no number of this size
     */
    public static long getLong(String key, long otherwise) {
        String value = value(key);
        return value == null ? otherwise : longWhole(key, value);
    }

    /**
     * A whole number that may not be set.
     *
     * @param key its name
     * @return its value, if it has one
     * @throws IllegalStateException if it is no number of this size
     */
    public static OptionalLong findLong(String key) {
        String value = value(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(longWhole(key, value));
    }

    /**
     * A number that must be set.
     *
     * @param key its name
     * @return its value
     * @throws IllegalStateException if it has none, or none that is a number
     */
    public static double getDouble(String key) {
        return decimal(key, get(key));
    }

    /**
     * A number.
     *
     * @param key its name
     * @param otherwise what counts if it has no value
     * @return its value
     * @throws IllegalStateException if it is no number
     */
    public static double getDouble(String key, double otherwise) {
        String value = value(key);
        return value == null ? otherwise : decimal(key, value);
    }

    /**
     * A number that may not be set.
     *
     * @param key its name
     * @return its value, if it has one
     * @throws IllegalStateException if it is no number
     */
    public static OptionalDouble findDouble(String key) {
        String value = value(key);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(decimal(key, value));
    }

    /**
     * A switch that must be set.
     *
     * @param key its name
     * @return its value
     * @throws IllegalStateException if it is neither true nor false
     */
    public static boolean getBoolean(String key) {
        return truth(key, get(key));
    }

    /**
     * A switch.
     *
     * @param key its name
     * @param otherwise what counts if it has no value
     * @return its value
     * @throws IllegalStateException if it is neither true nor false
     */
    public static boolean getBoolean(String key, boolean otherwise) {
        String value = value(key);
        return value == null ? otherwise : truth(key, value);
    }

    /**
     * A switch that may not be set.
     *
     * @param key its name
     * @return its value, if it has one
     * @throws IllegalStateException if it is neither true nor false
     */
    public static Optional<Boolean> findBoolean(String key) {
        String value = value(key);
        return value == null ? Optional.empty() : Optional.of(truth(key, value));
    }

    /**
     * A length of time that must be set, such as {@code PT5M}.
     *
     * @param key its name
     * @return its value
     * @throws IllegalStateException if it has none, or none in ISO 8601
     */
    public static Duration getDuration(String key) {
        return duration(key, get(key));
    }

    /**
     * A length of time.
     *
     * @param key its name
     * @param otherwise what counts if it has no value
     * @return its value
     * @throws IllegalStateException if it is not in ISO 8601
     */
    public static Duration getDuration(String key, Duration otherwise) {
        String value = value(key);
        return value == null ? otherwise : duration(key, value);
    }

    /**
     * A length of time that may not be set.
     *
     * @param key its name
     * @return its value, if it has one
     * @throws IllegalStateException if it is not in ISO 8601
     */
    public static Optional<Duration> findDuration(String key) {
        String value = value(key);
        return value == null ? Optional.empty() : Optional.of(duration(key, value));
    }

    /**
     * All that the remote configuration holds: whoever reads several settings from one such map gets values that were
     * loaded together.
     *
     * @return never changed; empty without a remote configuration
     */
    public static Map<String, String> remote() {
        return remote;
    }

    /**
     * Takes values for the remote configuration's, all at once: what the runtime does when it has loaded them, and what
     * a test may do.
     *
     * @param values copied
     */
    public static void use(Map<String, String> values) {
        remote = Map.copyOf(values);
    }

    private static @Nullable String value(String key) {
        String value = remote.get(key);
        return value == null ? System.getenv(key) : value;
    }

    private static int whole(String key, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw unfit(key, "no whole number of 32 bits");
        }
    }

    private static long longWhole(String key, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw unfit(key, "no whole number of 64 bits");
        }
    }

    private static double decimal(String key, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw unfit(key, "no number");
        }
    }

    private static boolean truth(String key, String value) {
        if (value.equalsIgnoreCase("true")) {
            return true;
        } else if (value.equalsIgnoreCase("false")) {
            return false;
        }
        throw unfit(key, "neither true nor false");
    }

    private static Duration duration(String key, String value) {
        try {
            return Duration.parse(value);
        } catch (DateTimeException e) {
            throw unfit(key, "no length of time such as PT5M");
        }
    }

    private static IllegalStateException missing(String key) {
        return new IllegalStateException("the setting " + key + " has no value: put it into what <remoteConfig> names,"
                + " or into <environment>, or give a default");
    }

    /** Without the cause, whose message quotes the value. */
    private static IllegalStateException unfit(String key, String what) {
        return new IllegalStateException("the setting " + key + " is " + what);
    }
}
