package io.lambdamaven.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an authorizer decides, written in the form that the asking API takes: an IAM policy, a simple answer, or
 * AppSync's. Immutable; each method gives a changed copy.
 *
 * <p>API Gateway keeps a policy for the time of the authorizer's {@code resultTtl} and uses it for every request with
 * the same identity sources, whatever their paths. What is allowed here is therefore the one request that was asked
 * about and nothing else, unless {@link #wholeStage()} or {@link #resources} says more; with a result that is kept,
 * another path would be refused until then. A simple answer of an HTTP API has no resources: kept, it is an answer for
 * all routes of the same identity sources.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html">
 *     AWS: output of an API Gateway Lambda authorizer</a>
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">AWS: HTTP
 *     APIs</a>
 * @see <a href="https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html">AWS: AppSync</a>
 */
public final class AuthorizerResult {
    private static final String SOMEBODY = "user";

    private final Decision decision;
    private final String principalId;
    private final Map<String, Object> context;
    private final @Nullable String usageIdentifierKey;
    private final List<String> resources;
    private final List<Map<String, Object>> statements;
    private final List<String> deniedFields;
    private final @Nullable Integer ttl;

    private AuthorizerResult(
            Decision decision,
            String principalId,
            Map<String, Object> context,
            @Nullable String usageIdentifierKey,
            List<String> resources,
            List<Map<String, Object>> statements,
            List<String> deniedFields,
            @Nullable Integer ttl) {
        this.decision = decision;
        this.principalId = principalId;
        this.context = Copies.of(context);
        this.usageIdentifierKey = usageIdentifierKey;
        this.resources = List.copyOf(resources);
        this.statements = Copies.of(statements);
        this.deniedFields = List.copyOf(deniedFields);
        this.ttl = ttl;
    }

    /** What becomes of the request. */
    public enum Decision {
        /** It goes on. */
        ALLOW,
        /** It is refused with 403; AppSync says 401. */
        DENY,
        /** It is refused with 401, so that the caller authenticates. */
        UNAUTHORIZED
    }

    /**
     * Lets the request through.
     *
     * @param principalId who the caller is
     * @return allows the one request that was asked about
     */
    public static AuthorizerResult allow(String principalId) {
        return decided(Decision.ALLOW, principalId);
    }

    /**
     * Refuses the request.
     *
     * @return denies
     */
    public static AuthorizerResult deny() {
        return decided(Decision.DENY, SOMEBODY);
    }

    /**
     * Refuses the request with 401. API Gateway wants the function to fail for it, so that its error count rises.
     *
     * @return says that the caller is not authenticated
     */
    public static AuthorizerResult unauthorized() {
        return decided(Decision.UNAUTHORIZED, SOMEBODY);
    }

    private static AuthorizerResult decided(Decision decision, String principalId) {
        return new AuthorizerResult(decision, principalId, Map.of(), null, List.of(), List.of(), List.of(), null);
    }

    /**
     * Adds what the integration is told about the caller.
     *
     * @param key its name
     * @param value a string, number or boolean; for HTTP APIs with payload format 2.0 a list or map too
     * @return with it
     */
    public AuthorizerResult context(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(context);
        more.put(key, value);
        return new AuthorizerResult(
                decision, principalId, more, usageIdentifierKey, resources, statements, deniedFields, ttl);
    }

    /**
     * Names the API key that the request counts for, in a REST API whose usage plans take it from the authorizer.
     *
     * @param key an API key of the plan
     * @return with it
     */
    public AuthorizerResult usageIdentifierKey(String key) {
        return new AuthorizerResult(decision, principalId, context, key, resources, statements, deniedFields, ttl);
    }

    /**
     * Allows, or denies, the whole stage of the API instead of the one request: fit where the decision does not depend
     * on what is requested.
     *
     * @return for the stage
     */
    public AuthorizerResult wholeStage() {
        return resources("*");
    }

    /**
     * Allows, or denies, these instead of the one request.
     *
     * @param resources ARNs, or what follows the stage in one, such as {@code GET/orders/*}; the asterisk stands for any
     *     text
     * @return for these
     */
    public AuthorizerResult resources(String... resources) {
        return new AuthorizerResult(
                decision, principalId, context, usageIdentifierKey, List.of(resources), statements, deniedFields, ttl);
    }

    /**
     * Adds a statement of one's own to the policy, as IAM writes it.
     *
     * @param statement with {@code Action}, {@code Effect}, {@code Resource} and maybe {@code Condition}
     * @return with it
     */
    public AuthorizerResult statement(Map<String, Object> statement) {
        List<Map<String, Object>> more = new ArrayList<>(statements);
        more.add(Copies.of(statement));
        return new AuthorizerResult(
                decision, principalId, context, usageIdentifierKey, resources, more, deniedFields, ttl);
    }

    /**
     * Names fields that AppSync answers with null, whatever their resolvers say.
     *
     * @param fields such as {@code Mutation.createEvent}, or their ARNs
     * @return with these
     */
    public AuthorizerResult deniedFields(String... fields) {
        return new AuthorizerResult(
                decision, principalId, context, usageIdentifierKey, resources, statements, List.of(fields), ttl);
    }

    /**
     * Sets how long AppSync keeps this answer, instead of what the API says.
     *
     * @param seconds 0 to 3600; 0 for not at all
     * @return with it
     */
    public AuthorizerResult ttl(int seconds) {
        if (seconds < 0 || seconds > 3600) {
            throw new IllegalArgumentException("AppSync keeps an answer for 0 to 3600 seconds, not " + seconds);
        }
        return new AuthorizerResult(
                decision, principalId, context, usageIdentifierKey, resources, statements, deniedFields, seconds);
    }

    /**
     * The decision.
     *
     * @return what becomes of the request
     */
    public Decision decision() {
        return decision;
    }

    /**
     * The caller.
     *
     * @return {@code user} if nobody was named
     */
    public String principalId() {
        return principalId;
    }

    /**
     * What the integration is told.
     *
     * @return unmodifiable
     */
    public Map<String, Object> context() {
        return context;
    }

    /**
     * The API key that the request counts for.
     *
     * @return the key or null
     */
    public @Nullable String usageIdentifierKey() {
        return usageIdentifierKey;
    }

    /**
     * What is allowed or denied.
     *
     * @return empty for the one request that was asked about
     */
    public List<String> resources() {
        return resources;
    }

    /**
     * The policy's further statements.
     *
     * @return unmodifiable
     */
    public List<Map<String, Object>> statements() {
        return statements;
    }

    /**
     * Fields that AppSync answers with null.
     *
     * @return unmodifiable
     */
    public List<String> deniedFields() {
        return deniedFields;
    }

    /**
     * How long AppSync keeps the answer.
     *
     * @return seconds, null for what the API says
     */
    public @Nullable Integer ttl() {
        return ttl;
    }
}
