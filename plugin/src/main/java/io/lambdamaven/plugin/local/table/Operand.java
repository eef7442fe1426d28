package io.lambdamaven.plugin.local.table;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value in an expression: one that came with the request, or an attribute's. */
interface Operand {
    /** Of the language itself. DynamoDB reserves hundreds more, which nothing else is meant by here. */
    Set<String> RESERVED = Set.of("ADD", "AND", "BETWEEN", "DELETE", "IN", "NOT", "OR", "REMOVE", "SET");

    /** The value for an item; {@code null} for an attribute that it has not. */
    @Nullable
    Value of(Item item);

    static Operand parse(Tokens tokens, Placeholders placeholders) {
        if (tokens.peek().startsWith(":")) {
            Value value = placeholders.value(tokens, tokens.next());
            return item -> value;
        }
        String name = attribute(tokens, placeholders);
        return item -> item.get(name);
    }

    /** The name of an attribute. There are no ways into maps and lists, as there are none of these. */
    static String attribute(Tokens tokens, Placeholders placeholders) {
        String token = tokens.peek();
        if (token.startsWith("#")) {
            return placeholders.name(tokens, tokens.next());
        } else if (!Character.isLetter(token.charAt(0)) || RESERVED.contains(token.toUpperCase(Locale.ROOT))) {
            throw tokens.wrong(token);
        }
        return tokens.next();
    }
}
