package io.lambdamaven.plugin.local.table;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * A condition expression: comparisons, {@code attribute_exists} and {@code attribute_not_exists}, joined by {@code NOT},
 * {@code AND}, {@code OR} and parentheses, which bind in this order.
 */
interface Condition {
    boolean holds(Item item);

    static Condition parse(String text, Placeholders placeholders) {
        Tokens tokens = new Tokens("ConditionExpression", text);
        Condition condition = new Parser(tokens, placeholders).alternatives();
        tokens.end();
        return condition;
    }

    /** One method for each strength that words bind with. */
    final class Parser {
        /** Far more than anybody means, and far less than the stack holds. */
        private static final int DEEPEST = 100;

        private final Tokens tokens;
        private final Placeholders placeholders;
        private int depth;

        private Parser(Tokens tokens, Placeholders placeholders) {
            this.tokens = tokens;
            this.placeholders = placeholders;
        }

        private Condition alternatives() {
            Condition all = conjunction();
            while (tokens.takes("OR")) {
                Condition left = all;
                Condition right = conjunction();
                all = item -> left.holds(item) || right.holds(item);
            }
            return all;
        }

        private Condition conjunction() {
            Condition all = negation();
            while (tokens.takes("AND")) {
                Condition left = all;
                Condition right = negation();
                all = item -> left.holds(item) && right.holds(item);
            }
            return all;
        }

        private Condition negation() {
            if (++depth > DEEPEST) {
                throw tokens.invalid("The expression has too many levels;");
            }
            try {
                if (tokens.takes("NOT")) {
                    Condition denied = negation();
                    return item -> !denied.holds(item);
                }
                return single();
            } finally {
                depth--;
            }
        }

        private Condition single() {
            if (tokens.takes("(")) {
                Condition inner = alternatives();
                tokens.expect(")");
                return inner;
            }
            return tokens.isFollowedBy("(") ? function() : comparison();
        }

        private Condition function() {
            String function = tokens.next();
            boolean wanted = function.equals("attribute_exists");
            if (!wanted && !function.equals("attribute_not_exists")) {
                throw tokens.invalid("Invalid function name; function: " + function);
            }
            tokens.expect("(");
            String name = Operand.attribute(tokens, placeholders);
            tokens.expect(")");
            return item -> (item.get(name) != null) == wanted;
        }

        private Condition comparison() {
            Operand left = Operand.parse(tokens, placeholders);
            String sign = tokens.peek();
            if (tokens.takes("=") || tokens.takes("<>")) {
                Operand right = Operand.parse(tokens, placeholders);
                boolean equal = sign.equals("=");
                return item -> isSame(left, right, item) == equal;
            }
            IntPredicate fits = switch (sign) {
                case "<" -> order -> order < 0;
                case "<=" -> order -> order <= 0;
                case ">" -> order -> order > 0;
                case ">=" -> order -> order >= 0;
                default -> throw tokens.wrong(sign);
            };
            tokens.next();
            Operand right = Operand.parse(tokens, placeholders);
            return item -> {
                OptionalInt order = order(left, right, item);
                return order.isPresent() && fits.test(order.getAsInt());
            };
        }

        /** What is not there is the same as nothing, not even as something else that is not there. */
        private static boolean isSame(Operand left, Operand right, Item item) {
            Value value = left.of(item);
            return value != null && value.equals(right.of(item));
        }

        private static OptionalInt order(Operand left, Operand right, Item item) {
            Value first = left.of(item);
            Value second = right.of(item);
            return first == null || second == null ? OptionalInt.empty() : first.order(second);
        }
    }
}
