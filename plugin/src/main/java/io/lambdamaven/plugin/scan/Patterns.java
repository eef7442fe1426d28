package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pattern language that EventBridge, event source mappings and SNS share.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">operators</a>
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html">filter policies</a>
 */
final class Patterns {
    static final String OR = "$or";

    private static final String ANYTHING_BUT = "anything-but";
    private static final String IGNORE_CASE = "equals-ignore-case";

    static final Set<String> OF_RULES =
            Set.of("prefix", "suffix", ANYTHING_BUT, "numeric", "cidr", "exists", IGNORE_CASE, "wildcard");
    static final Set<String> OF_TOPICS =
            Set.of("prefix", "suffix", ANYTHING_BUT, "numeric", "cidr", "exists", IGNORE_CASE);

    private static final Set<String> COMPARISONS = Set.of("=", "<", "<=", ">", ">=");

    private final Set<String> filters;

    private Patterns(Set<String> filters) {
        this.filters = filters;
    }

    /** What is wrong with a pattern: the middle of a sentence. */
    static final class PatternFault extends Exception {
        private static final long serialVersionUID = 1L;

        PatternFault(String message) {
            super(message);
        }
    }

    /** @param filters the content filters that the service knows */
    static void check(Json pattern, Set<String> filters) throws PatternFault {
        if (!(pattern instanceof JsonObject object)) {
            throw new PatternFault("it is no object");
        }
        new Patterns(filters).object(object, "");
    }

    static void checkLength(String text, int most) throws PatternFault {
        if (text.length() > most) {
            throw new PatternFault("it has " + text.length() + " characters, and " + most + " are the most");
        }
    }

    private void object(JsonObject pattern, String path) throws PatternFault {
        if (pattern.members().isEmpty()) {
            throw new PatternFault((path.isEmpty() ? "it" : path) + " is empty");
        }
        for (Map.Entry<String, Json> member : pattern.members().entrySet()) {
            String at = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            if (member.getKey().equals(OR)) {
                either(member.getValue(), at);
            } else if (member.getValue() instanceof JsonObject nested) {
                object(nested, at);
            } else if (member.getValue() instanceof JsonArray array) {
                values(array, at);
            } else {
                throw new PatternFault(at + " is neither an array nor an object: write ["
                        + member.getValue().canonical() + "]");
            }
        }
    }

    private void either(Json value, String at) throws PatternFault {
        if (!(value instanceof JsonArray array) || array.size() < 2) {
            throw new PatternFault(at + " is no array of at least two objects");
        }
        for (Json each : array) {
            if (!(each instanceof JsonObject object)) {
                throw new PatternFault(at + " holds " + each.canonical() + ", which is no object");
            }
            object(object, at);
        }
    }

    private void values(JsonArray array, String at) throws PatternFault {
        if (array.size() == 0) {
            throw new PatternFault(at + " is empty, so no event fits");
        }
        for (Json each : array) {
            if (each instanceof JsonArray) {
                throw new PatternFault(at + " holds an array in an array");
            } else if (each instanceof JsonObject filter) {
                filter(filter, at);
            }
        }
    }

    private void filter(JsonObject filter, String at) throws PatternFault {
        if (filter.members().size() != 1) {
            throw new PatternFault(
                    at + " holds an object with " + filter.members().size() + " members, and a filter has one");
        }
        String name = filter.members().firstKey();
        if (!filters.contains(name)) {
            throw new PatternFault(at + " has the unknown filter \"" + name + "\"; known are "
                    + String.join(", ", filters.stream().sorted().toList()));
        }
        Json operand = filter.get(name);
        boolean fits = switch (name) {
            case "exists" -> operand instanceof Json.Bool;
            case "numeric" -> isNumeric(operand);
            case "cidr" -> operand instanceof Json.Text text && isCidr(text.value());
            case ANYTHING_BUT -> isAnythingBut(operand);
            case "wildcard" ->
                operand instanceof Json.Text text && !text.value().contains("**");
            case "prefix", "suffix" -> isText(operand) || isText(operand, Set.of(IGNORE_CASE));
            default -> isText(operand);
        };
        if (!fits) {
            throw new PatternFault(at + " has a filter \"" + name + "\" that cannot be: " + operand.canonical());
        }
    }

    private static boolean isText(Json operand) {
        return operand instanceof Json.Text text && !text.value().isEmpty();
    }

    private static boolean isText(Json operand, Set<String> filters) {
        return operand instanceof JsonObject object
                && object.members().size() == 1
                && filters.contains(object.members().firstKey())
                && isTexts(object.get(object.members().firstKey()));
    }

    private static boolean isTexts(Json operand) {
        return isText(operand)
                || (operand instanceof JsonArray array
                        && array.size() > 0
                        && array.values().stream().allMatch(Patterns::isText));
    }

    private static boolean isAnythingBut(Json operand) {
        if (operand instanceof JsonArray array) {
            return array.size() > 0
                    && (array.values().stream().allMatch(Json.Text.class::isInstance)
                            || array.values().stream().allMatch(Json.Num.class::isInstance));
        }
        return operand instanceof Json.Text
                || operand instanceof Json.Num
                || isText(operand, Set.of("prefix", "suffix", IGNORE_CASE, "wildcard"));
    }

    private static boolean isNumeric(Json operand) {
        if (!(operand instanceof JsonArray array) || (array.size() != 2 && array.size() != 4)) {
            return false;
        }
        List<Json> parts = array.values();
        for (int i = 0; i < parts.size(); i += 2) {
            if (!(parts.get(i) instanceof Json.Text sign)
                    || !COMPARISONS.contains(sign.value())
                    || (sign.value().equals("=") && parts.size() == 4)
                    || !(parts.get(i + 1) instanceof Json.Num)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCidr(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        boolean v6 = address.contains(":");
        boolean bits = slash >= 0
                && text.substring(slash + 1).matches("[0-9]{1,3}")
                && Integer.parseInt(text.substring(slash + 1)) <= (v6 ? 128 : 32);
        return bits
                && (v6
                        ? address.matches("[0-9a-fA-F:.]+")
                        : address.matches(
                                "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}"));
    }
}
