package io.lambdamaven.api;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sent an HTTP request, as the front found out: by a token (JWT or Cognito), by IAM, or by a Lambda authorizer. Nothing that
 * the sender himself can set is in it.
 */
public final class Caller implements Principal {
    private final String name;
    private final Map<String, String> claims;
    private final List<String> scopes;

    /**
     * A caller; made by the runtime, and by tests of handlers.
     *
     * @param name empty if the front tells none
     * @param claims copied
     * @param scopes copied
     */
    public Caller(String name, Map<String, String> claims, List<String> scopes) {
        this.name = name;
        this.claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
        this.scopes = List.copyOf(scopes);
    }

    /**
     * The token's subject, the ARN of IAM's user or role, or the authorizer's principal.
     *
     * @return empty if the front tells none
     */
    @Override
    public String getName() {
        return name;
    }

    /**
     * The token's claims, IAM's facts, or what the Lambda authorizer put into the context.
     *
     * @return name to value as text, unmodifiable; what has several values is as the front writes it
     */
    public Map<String, String> claims() {
        return claims;
    }

    /**
     * One claim.
     *
     * @param claim its name
     * @return its value, or null
     */
    public @Nullable String claim(String claim) {
        return claims.get(claim);
    }

    /**
     * A claim of several values, such as {@code cognito:groups}: HTTP APIs write them as {@code [a b]}, REST APIs with commas.
     *
     * @param claim its name
     * @return its values, empty if there are none
     */
    public List<String> claimList(String claim) {
        String text = claims.get(claim);
        if (text == null) {
            return List.of();
        }
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String bare = bracketed ? text.substring(1, text.length() - 1) : text;
        List<String> values = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= bare.length(); i++) {
            if (i == bare.length() || bare.charAt(i) == ',' || (bracketed && bare.charAt(i) == ' ')) {
                String value = bare.substring(from, i).trim();
                if (!value.isEmpty()) {
                    values.add(value);
                }
                from = i + 1;
            }
        }
        return Collections.unmodifiableList(values);
    }

    /**
     * The scopes of the token that the front looked at.
     *
     * @return unmodifiable, empty if it did not
     */
    public List<String> scopes() {
        return scopes;
    }

    @Override
    public String toString() {
        return name;
    }
}
