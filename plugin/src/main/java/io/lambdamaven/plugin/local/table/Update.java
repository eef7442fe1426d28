package io.lambdamaven.plugin.local.table;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An update expression of {@code SET} and {@code REMOVE}. What is set may be a sum, a difference or
 * {@code if_not_exists}.
 *
 * @param set the new value of each attribute, made of the item as it was
 */
record Update(Map<String, Operand> set, Set<String> removed) {
    Update {
        set = Map.copyOf(set);
        removed = Set.copyOf(removed);
    }

    static Update nothing() {
        return new Update(Map.of(), Set.of());
    }

    static Update parse(String text, Placeholders placeholders) {
        Parser parser = new Parser(new Tokens("UpdateExpression", text), placeholders);
        return parser.update();
    }

    Item apply(Item item) {
        SortedMap<String, Value> changed = new TreeMap<>(item.attributes());
        set.forEach((name, operand) -> changed.put(
                name,
                Optional.ofNullable(operand.of(item))
                        .orElseThrow(() -> TableFault.invalid(
                                "The provided expression refers to an attribute that does not exist in the item"))));
        changed.keySet().removeAll(removed);
        return new Item(changed);
    }

    /** The attributes that it touches. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(set.keySet());
        names.addAll(removed);
        return names;
    }

    private static final class Parser {
        private final Tokens tokens;
        private final Placeholders placeholders;
        private final Map<String, Operand> set = new TreeMap<>();
        private final Set<String> removed = new TreeSet<>();

        Parser(Tokens tokens, Placeholders placeholders) {
            this.tokens = tokens;
            this.placeholders = placeholders;
        }

        Update update() {
            while (!tokens.isOver()) {
                if (tokens.takes("SET")) {
                    once("SET", set.isEmpty());
                    do {
                        String name = attribute();
                        tokens.expect("=");
                        set.put(name, sum());
                    } while (tokens.takes(","));
                } else if (tokens.takes("REMOVE")) {
                    once("REMOVE", removed.isEmpty());
                    do {
                        removed.add(attribute());
                    } while (tokens.takes(","));
                } else {
                    throw tokens.wrong(tokens.peek());
                }
            }
            return new Update(set, removed);
        }

        private void once(String section, boolean isFirst) {
            if (!isFirst) {
                throw tokens.invalid("The \"" + section + "\" section can only be used once in an update expression;");
            }
        }

        private String attribute() {
            String name = Operand.attribute(tokens, placeholders);
            if (set.containsKey(name) || removed.contains(name)) {
                throw tokens.invalid("Two document paths overlap with each other; must remove or rewrite one of these"
                        + " paths; path one: [" + name + "], path two: [" + name + "]");
            }
            return name;
        }

        private Operand sum() {
            Operand left = operand();
            boolean plus = tokens.takes("+");
            if (!plus && !tokens.takes("-")) {
                return left;
            }
            Operand right = operand();
            return item -> {
                Value first = left.of(item);
                Value second = right.of(item);
                if (first == null || second == null) {
                    return null;
                }
                return plus ? first.plus(second) : first.minus(second);
            };
        }

        private Operand operand() {
            if (!tokens.isFollowedBy("(")) {
                return Operand.parse(tokens, placeholders);
            }
            String function = tokens.next();
            if (!function.equals("if_not_exists")) {
                throw tokens.invalid("Invalid function name; function: " + function);
            }
            tokens.expect("(");
            String name = Operand.attribute(tokens, placeholders);
            tokens.expect(",");
            Operand otherwise = Operand.parse(tokens, placeholders);
            tokens.expect(")");
            return item -> {
                Value there = item.get(name);
                return there == null ? otherwise.of(item) : there;
            };
        }
    }
}
