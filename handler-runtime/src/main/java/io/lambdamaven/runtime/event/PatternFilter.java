package io.lambdamaven.runtime.event;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One entry of an event pattern's array: a value, or a comparison such as <code>{"prefix": "eu-"}</code>. */
final class PatternFilter {
    private PatternFilter() {}

    static boolean fits(@Nullable Object filter, @Nullable Object value) {
        if (filter instanceof String text) {
            return text.equals(value);
        } else if (filter instanceof Map<?, ?> comparison) {
            for (Map.Entry<?, ?> each : comparison.entrySet()) {
                if (!compares(String.valueOf(each.getKey()), each.getValue(), value)) {
                    return false;
                }
            }
            return !comparison.isEmpty();
        }
        return equal(filter, value);
    }

    private static boolean compares(String operator, @Nullable Object operand, @Nullable Object value) {
        if (operator.equals("exists")) {
            boolean there = value != EventPattern.ABSENT && !(value instanceof Map);
            return there == Boolean.TRUE.equals(operand);
        } else if (value == EventPattern.ABSENT || value instanceof Map) {
            return false;
        }
        return switch (operator) {
            case "anything-but" -> !anyOf(operand, value);
            case "numeric" -> operand instanceof List<?> bounds && number(value) != null && within(bounds, value);
            default -> value instanceof String text && text(operator, operand, text);
        };
    }

    /** What is not to be: a value, a comparison of texts, or a list of values. */
    private static boolean anyOf(@Nullable Object operand, @Nullable Object value) {
        if (operand instanceof List<?> choices) {
            for (int i = 0; i < choices.size(); i++) {
                if (equal(choices.get(i), value)) {
                    return true;
                }
            }
            return false;
        }
        return fits(operand, value);
    }

    private static boolean text(String operator, @Nullable Object operand, String text) {
        if (operand instanceof List<?> choices) {
            for (int i = 0; i < choices.size(); i++) {
                if (text(operator, choices.get(i), text)) {
                    return true;
                }
            }
            return false;
        }
        String wanted;
        String actual = text;
        if (operand instanceof Map<?, ?> map && map.get("equals-ignore-case") instanceof String anyCase) {
            wanted = lower(anyCase);
            actual = lower(text);
        } else if (operand instanceof String plain) {
            wanted = plain;
        } else {
            return false;
        }
        return switch (operator) {
            case "prefix" -> actual.startsWith(wanted);
            case "suffix" -> actual.endsWith(wanted);
            case "equals-ignore-case" -> lower(actual).equals(lower(wanted));
            case "wildcard" -> wildcard(wanted, actual);
            case "cidr" -> Cidr.contains(wanted, actual);
            default -> false;
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** An asterisk stands for any text; a backslash takes the meaning from an asterisk or backslash. */
    private static boolean wildcard(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            boolean escaped = p + 1 < pattern.length() && pattern.charAt(p) == '\\';
            char wanted = p < pattern.length() ? pattern.charAt(escaped ? p + 1 : p) : '\0';
            if (p < pattern.length() && wanted == '*' && !escaped) {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && wanted == text.charAt(t)) {
                p += escaped ? 2 : 1;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Pairs of an operator and a number, of which all must hold. */
    private static boolean within(List<?> bounds, @Nullable Object value) {
        BigDecimal actual = number(value);
        for (int i = 0; i + 1 < bounds.size(); i += 2) {
            BigDecimal bound = number(bounds.get(i + 1));
            if (actual == null || bound == null) {
                return false;
            }
            int order = actual.compareTo(bound);
            boolean holds = switch (String.valueOf(bounds.get(i))) {
                case "=" -> order == 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                default -> false;
            };
            if (!holds) {
                return false;
            }
        }
        return bounds.size() >= 2;
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        if (one instanceof String text) {
            return text.equals(other);
        }
        BigDecimal left = number(one);
        BigDecimal right = number(other);
        return (left != null && right != null) ? left.compareTo(right) == 0 : Objects.equals(one, other);
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        } else if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        } else if (value instanceof Double fraction) {
            return BigDecimal.valueOf(fraction);
        }
        return value instanceof Integer || value instanceof Long
                ? BigDecimal.valueOf(((Number) value).longValue())
                : null;
    }
}
