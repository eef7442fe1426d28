package io.lambdamaven.plugin.local.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words and signs of an expression, taken one after the other.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html">AWS: expressions</a>
 */
final class Tokens {
    private static final int LONGEST = 4096;
    private static final String END = "<EOF>";
    private static final String SIGNS = "()=<>,+-";

    private final String expression;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    /** @param expression what kind it is, for messages */
    Tokens(String expression, String text) {
        this.expression = expression;
        if (text.isEmpty()) {
            throw invalid("The expression can not be empty;");
        } else if (text.length() > LONGEST) {
            throw invalid("Expression size has exceeded the maximum allowed size;");
        }
        split(text);
    }

    private void split(String text) {
        int from = 0;
        while (from < text.length()) {
            char first = text.charAt(from);
            int to = from + 1;
            if (Character.isWhitespace(first)) {
                from = to;
                continue;
            }
            if (SIGNS.indexOf(first) >= 0) {
                to += isPair(text, from) ? 1 : 0;
            } else if (isOfAWord(first) || first == '#' || first == ':') {
                while (to < text.length() && isOfAWord(text.charAt(to))) {
                    to++;
                }
            } else {
                throw wrong(text.substring(from, to));
            }
            tokens.add(text.substring(from, to));
            from = to;
        }
    }

    private static boolean isPair(String text, int from) {
        String pair = text.substring(from, Math.min(from + 2, text.length()));
        return pair.equals("<=") || pair.equals(">=") || pair.equals("<>");
    }

    private static boolean isOfAWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    boolean isOver() {
        return at == tokens.size();
    }

    String peek() {
        return isOver() ? END : tokens.get(at);
    }

    String next() {
        String token = peek();
        if (isOver()) {
            throw wrong(END);
        }
        at++;
        return token;
    }

    /** Takes the sign, or the word of the language in whatever case, if it is the next one. */
    boolean takes(String wanted) {
        boolean there = peek().toUpperCase(Locale.ROOT).equals(wanted);
        at += there ? 1 : 0;
        return there;
    }

    void expect(String wanted) {
        if (!takes(wanted)) {
            throw wrong(peek());
        }
    }

    void end() {
        if (!isOver()) {
            throw wrong(peek());
        }
    }

    /** Whether the next but one is this: that tells a function's name from an attribute's. */
    boolean isFollowedBy(String sign) {
        return at + 1 < tokens.size() && tokens.get(at + 1).equals(sign);
    }

    TableFault wrong(String token) {
        int near = Math.max(0, Math.min(at, tokens.size() - 1));
        return invalid("Syntax error; token: \"" + token + "\", near: \""
                + String.join(" ", tokens.subList(Math.max(0, near - 1), Math.min(tokens.size(), near + 2))) + "\"");
    }

    TableFault invalid(String message) {
        return TableFault.invalid("Invalid " + expression + ": " + message);
    }
}
