package io.lambdamaven.runtime.caller;

import io.lambdamaven.api.Caller;
import io.lambdamaven.api.HttpException;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.Param;
import io.lambdamaven.runtime.event.EventObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads who sent an HTTP request, from what only the front writes: the context of the request. Used by generated handlers.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">HTTP APIs:
 *     JWT</a>
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html">
 *     REST APIs</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">function URLs</a>
 */
public final class Callers {
    private static final List<String> SUBJECTS =
            List.of("sub", "principalId", "cognito:username", "username", "client_id");
    private static final List<String> IAM =
            List.of("userArn", "user", "userId", "caller", "callerId", "accountId", "accessKey", "cognitoIdentityId");

    private final @Nullable Caller caller;

    private Callers(@Nullable Caller caller) {
        this.caller = caller;
    }

    /**
     * Of the request.
     *
     * @param in what the request is asked of
     * @return who sent it, if the front tells
     */
    public static Callers of(Arguments in) {
        return new Callers(read(EventObject.of(in.event(byte[].class))));
    }

    /**
     * The caller.
     *
     * @return never null
     * @throws HttpException 401 if the front tells of none
     */
    public Caller get() {
        if (caller == null) {
            throw new HttpException(401, "nobody is signed in");
        }
        return caller;
    }

    /**
     * The caller, if the front tells.
     *
     * @return or null
     */
    public @Nullable Caller orNull() {
        return caller;
    }

    /**
     * The caller, if the front tells.
     *
     * @return or empty
     */
    public Optional<Caller> optional() {
        return Optional.ofNullable(caller);
    }

    /**
     * A claim.
     *
     * @param name of the claim
     * @return its value
     */
    public Param claim(String name) {
        String value = caller == null ? null : caller.claim(name);
        return Param.of("claim", name, value == null ? List.of() : List.of(value));
    }

    /**
     * A claim that has to be there.
     *
     * @param name of the claim
     * @return its value
     * @throws HttpException 401 if the front tells of no caller, 403 if he has no such claim
     */
    public Param required(String name) {
        if (get().claim(name) == null) {
            throw new HttpException(403, "claim '" + name + "' is missing");
        }
        return claim(name);
    }

    /**
     * A claim of several values.
     *
     * @param name of the claim
     * @return its values
     */
    public Param claims(String name) {
        return Param.of("claim", name, caller == null ? List.of() : caller.claimList(name));
    }

    private static @Nullable Caller read(EventObject event) {
        EventObject context = event.in("requestContext");
        EventObject authorizer = context.in("authorizer");
        EventObject jwt = authorizer.in("jwt");
        if (jwt.has("claims")) {
            return caller(jwt.map("claims"), SUBJECTS, jwt.textList("scopes"));
        } else if (authorizer.has("iam")) {
            return caller(authorizer.map("iam"), IAM, List.of());
        } else if (authorizer.has("lambda")) {
            return caller(authorizer.map("lambda"), SUBJECTS, List.of());
        } else if (authorizer.has("claims")) {
            return caller(authorizer.map("claims"), SUBJECTS, authorizer.textList("scopes"));
        }
        // A REST API puts what a Lambda authorizer says beside what it says itself.
        Map<String, Object> others = new LinkedHashMap<>(authorizer.tree());
        others.remove("integrationLatency");
        Caller named = caller(others, SUBJECTS, List.of());
        if (named != null) {
            return named;
        }
        EventObject identity = context.in("identity");
        if (identity.has("userArn")) {
            Map<String, Object> facts = new LinkedHashMap<>();
            for (int i = 0; i < IAM.size(); i++) {
                Object fact = identity.value(IAM.get(i));
                if (fact != null) {
                    facts.put(IAM.get(i), fact);
                }
            }
            return caller(facts, IAM, List.of());
        }
        // VPC Lattice.
        return identity.has("principal") ? caller(identity.tree(), List.of("principal"), List.of()) : null;
    }

    private static @Nullable Caller caller(Map<String, Object> facts, List<String> subjects, List<String> scopes) {
        Map<String, String> claims = new LinkedHashMap<>();
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            String text = text(fact.getValue());
            if (text != null) {
                claims.put(fact.getKey(), text);
            }
        }
        if (claims.isEmpty()) {
            return null;
        }
        for (int i = 0; i < subjects.size(); i++) {
            String name = claims.get(subjects.get(i));
            if (name != null) {
                return new Caller(name, claims, scopes);
            }
        }
        return new Caller("", claims, scopes);
    }

    /** A list as HTTP APIs write it; what is an object is none that a claim could be. */
    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                texts.add(String.valueOf(list.get(i)));
            }
            return "[" + String.join(" ", texts) + "]";
        }
        boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
        return scalar ? String.valueOf(value) : null;
    }
}
