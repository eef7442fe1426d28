package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.AuthorizerResult;
import io.lambdamaven.api.AuthorizerResult.Decision;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonSink;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an authorizer decided, as the asking API takes it.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html">
 *     output of an API Gateway Lambda authorizer</a>
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">HTTP
 *     APIs</a>
 * @see <a href="https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html">AppSync</a>
 */
public final class AuthorizerReply {
    private AuthorizerReply() {}

    /**
     * Writes a decision.
     *
     * @param kind which authorizer
     * @param simple whether an HTTP API expects a simple answer, no policy
     * @param resourceArn what was asked for; empty for AppSync
     * @param result what the method returned
     * @return the answer
     * @throws RuntimeException with the message that makes API Gateway answer 401
     * @throws IllegalStateException if the result says nothing, or what this API does not take
     */
    public static byte[] write(EventKind kind, boolean simple, String resourceArn, @Nullable Object result) {
        if (result == null) {
            throw new IllegalStateException("the authorizer returned null: AuthorizerResult.deny() refuses a request");
        } else if (result instanceof Boolean allowed) {
            return decided(
                    kind, simple, resourceArn, allowed ? AuthorizerResult.allow("user") : AuthorizerResult.deny());
        } else if (result instanceof AuthorizerResult decision) {
            return decided(kind, simple, resourceArn, decision);
        }
        return Json.write(result);
    }

    private static byte[] decided(EventKind kind, boolean simple, String resourceArn, AuthorizerResult result) {
        if (kind == EventKind.APPSYNC_AUTHORIZER) {
            scalars(result.context());
            return Json.write(appSync(result));
        } else if (result.decision() == Decision.UNAUTHORIZED) {
            throw new Unauthorized();
        } else if (kind != EventKind.AUTHORIZER_V2) {
            scalars(result.context());
        }
        boolean simply = simple && kind == EventKind.AUTHORIZER_V2;
        return simply ? Json.write(simple(result)) : policy(kind, resourceArn, result);
    }

    private static Map<String, Object> appSync(AuthorizerResult result) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("isAuthorized", result.decision() == Decision.ALLOW);
        if (!result.context().isEmpty()) {
            answer.put("resolverContext", result.context());
        }
        if (!result.deniedFields().isEmpty()) {
            answer.put("deniedFields", result.deniedFields());
        }
        Integer ttl = result.ttl();
        if (ttl != null) {
            answer.put("ttlOverride", ttl);
        }
        return answer;
    }

    private static Map<String, Object> simple(AuthorizerResult result) {
        if (!result.statements().isEmpty() || !result.resources().isEmpty()) {
            throw new IllegalStateException("a simple answer of an HTTP API has no resources or statements:"
                    + " @AuthorizerTrigger(response = IAM) makes it a policy");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("isAuthorized", result.decision() == Decision.ALLOW);
        answer.put("context", result.context());
        return answer;
    }

    private static byte[] policy(EventKind kind, String resourceArn, AuthorizerResult result) {
        JsonSink json = new JsonSink();
        json.startObject().name("principalId").text(result.principalId());
        json.name("policyDocument").startObject().name("Version").text("2012-10-17");
        json.name("Statement").startArray();
        json.startObject().name("Action").text("execute-api:Invoke");
        json.name("Effect").text(result.decision() == Decision.ALLOW ? "Allow" : "Deny");
        json.name("Resource")
                .value(Resource.of(resourceArn, result.resources()))
                .endObject();
        for (int i = 0; i < result.statements().size(); i++) {
            json.value(result.statements().get(i));
        }
        json.endArray().endObject();
        json.name("context").value(result.context());
        String key = result.usageIdentifierKey();
        if (key != null && kind != EventKind.AUTHORIZER_V2) {
            json.name("usageIdentifierKey").text(key);
        }
        return json.endObject().toBytes();
    }

    /** With anything else API Gateway answers 500 and says nowhere why. */
    private static void scalars(Map<String, Object> context) {
        for (Map.Entry<String, Object> entry : context.entrySet()) {
            Object value = entry.getValue();
            if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
                throw new IllegalStateException("the authorizer's context '" + entry.getKey() + "' is "
                        + (value == null ? "null" : "a " + value.getClass().getSimpleName())
                        + ": this API takes strings, numbers and booleans alone");
            }
        }
    }

    /** API Gateway answers 401 to a function that fails with this message, and 500 to any other failure. */
    private static final class Unauthorized extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unauthorized() {
            super("Unauthorized");
        }
    }
}
