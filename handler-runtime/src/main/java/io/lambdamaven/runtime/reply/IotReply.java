package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.IotAuthorization;
import io.lambdamaven.api.IotProvisioning;
import io.lambdamaven.runtime.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What AWS IoT is told of a client that connects, or a device that wants to be provisioned.
 *
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/config-custom-auth.html">custom
 *     authentication</a>
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html">pre-provisioning
 *     hooks</a>
 */
public final class IotReply {
    private IotReply() {}

    /**
     * Writes the answer to a client that connects.
     *
     * @param result what the method returned
     * @return the answer; nothing refuses
     */
    public static byte[] authorization(@Nullable Object result) {
        Object said = result == null ? IotAuthorization.deny() : result;
        if (!(said instanceof IotAuthorization authorization)) {
            return Results.json(said);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("isAuthenticated", authorization.authenticated());
        answer.put("principalId", authorization.principalId());
        answer.put("disconnectAfterInSeconds", authorization.disconnectAfter());
        answer.put("refreshAfterInSeconds", authorization.refreshAfter());
        answer.put("policyDocuments", authorization.policyDocuments());
        return Json.write(answer);
    }

    /**
     * Writes the answer to a device that wants to be provisioned.
     *
     * @param result what the method returned
     * @return the answer; nothing refuses
     */
    public static byte[] provisioning(@Nullable Object result) {
        Object said = result == null ? IotProvisioning.deny() : result;
        if (said instanceof Boolean allowed) {
            said = allowed ? IotProvisioning.allow() : IotProvisioning.deny();
        }
        if (!(said instanceof IotProvisioning provisioning)) {
            return Results.json(said);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("allowProvisioning", provisioning.allowed());
        if (!provisioning.parameterOverrides().isEmpty()) {
            answer.put("parameterOverrides", provisioning.parameterOverrides());
        }
        return Json.write(answer);
    }
}
