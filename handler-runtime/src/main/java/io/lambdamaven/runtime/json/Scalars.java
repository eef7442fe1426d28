package io.lambdamaven.runtime.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;

/** Single values written as text: path, query, header and cookie values. */
public final class Scalars {
    private Scalars() {}

    /**
     * Reads a value.
     *
     * @param text its text
     * @param type {@code String}, a box, {@code BigDecimal}, {@code BigInteger}, {@code UUID}, an enum or a type of
     *     {@code java.time}
     * @return the value, an instance of the type
     * @throws IllegalArgumentException or {@link java.time.DateTimeException} if the text does not fit the type
     * @throws IllegalStateException if the type is none of these, which the build refuses
     */
    public static Object parse(String text, Class<?> type) {
        if (type == String.class) {
            return text;
        } else if (type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == Long.class) {
            return Long.valueOf(text);
        } else if (type == Boolean.class) {
            return bool(text);
        } else if (type == Double.class) {
            return Double.valueOf(text);
        } else if (type == UUID.class) {
            return uuid(text);
        } else if (type.isEnum()) {
            return constant(text, type);
        }
        return rarer(text, type);
    }

    private static Object rarer(String text, Class<?> type) {
        // Reading a long number takes time that grows with its square.
        boolean tooLong = text.length() > Limits.NUMBER;
        if (type == BigDecimal.class && !tooLong) {
            return decimal(text);
        } else if (type == BigInteger.class && !tooLong) {
            return new BigInteger(text);
        } else if (type == BigDecimal.class || type == BigInteger.class) {
            throw new NumberFormatException("longer than " + Limits.NUMBER + " characters");
        } else if (type == Short.class) {
            return Short.valueOf(text);
        } else if (type == Byte.class) {
            return Byte.valueOf(text);
        } else if (type == Float.class) {
            return Float.valueOf(text);
        } else if (type == Character.class && text.length() == 1) {
            return text.charAt(0);
        } else if (type == Character.class) {
            throw new IllegalArgumentException("not one character");
        }
        Object time = TimeText.parse(type, text);
        if (time == null) {
            throw new IllegalStateException("no text is ever read as " + type.getName());
        }
        return time;
    }

    /**
     * Reads a number with a fraction or an exponent.
     *
     * @param text at most 1,000 characters
     * @return the number
     * @throws NumberFormatException if it is none, or one that does not fit into a thousand digits
     */
    public static BigDecimal decimal(String text) {
        if (text.length() > Limits.NUMBER) {
            throw new NumberFormatException("longer than " + Limits.NUMBER + " characters");
        }
        BigDecimal number = new BigDecimal(text);
        if (!isHarmless(number)) {
            throw new NumberFormatException("an exponent beyond " + Limits.SCALE);
        }
        return number;
    }

    /** Whether it can be added to others: 1e999999999 is short, and a sum with it takes all memory there is. */
    static boolean isHarmless(BigDecimal number) {
        return number.scale() <= Limits.SCALE && number.scale() >= -Limits.SCALE;
    }

    /** Unlike {@code Boolean.valueOf}, which takes whatever it does not know for false. */
    private static Boolean bool(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Boolean.TRUE;
        } else if (text.equalsIgnoreCase("false")) {
            return Boolean.FALSE;
        }
        throw new IllegalArgumentException("neither true nor false");
    }

    /** Unlike {@code UUID.fromString}, which takes groups of any length. */
    private static UUID uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("not 36 characters");
        }
        return UUID.fromString(text);
    }

    private static Object constant(String text, Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no constant of this name");
    }
}
