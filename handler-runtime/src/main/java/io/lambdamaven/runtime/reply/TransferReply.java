package io.lambdamaven.runtime.reply;

import io.lambdamaven.api.TransferUser;
import io.lambdamaven.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may log in to a Transfer Family server; an empty object refuses.
 *
 * @see <a href="https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html">Lambda as an identity
 *     provider</a>
 */
public final class TransferReply {
    private TransferReply() {}

    /**
     * Writes the answer.
     *
     * @param result what the method returned
     * @return the answer
     */
    public static byte[] write(@Nullable Object result) {
        Object user = result instanceof Optional<?> optional ? optional.orElse(null) : result;
        if (user == null) {
            return Json.write(Map.of());
        }
        return Json.write(user instanceof TransferUser known ? answer(known) : user);
    }

    private static Map<String, Object> answer(TransferUser user) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("Role", user.role());
        TransferUser.PosixProfile posix = user.posixProfile();
        if (posix != null) {
            Map<String, Object> profile = new LinkedHashMap<>();
            profile.put("Uid", posix.uid());
            profile.put("Gid", posix.gid());
            profile.put("SecondaryGids", posix.secondaryGids());
            answer.put("PosixProfile", profile);
        }
        if (!user.publicKeys().isEmpty()) {
            answer.put("PublicKeys", user.publicKeys());
        }
        if (user.policy() != null) {
            answer.put("Policy", user.policy());
        }
        if (!user.mappings().isEmpty()) {
            answer.put("HomeDirectoryType", "LOGICAL");
            answer.put("HomeDirectoryDetails", details(user.mappings()));
        } else if (user.homeDirectory() != null) {
            answer.put("HomeDirectory", user.homeDirectory());
        }
        return answer;
    }

    /** A list, written as a string. */
    private static String details(Map<String, String> mappings) {
        List<Object> details = new ArrayList<>();
        for (Map.Entry<String, String> mapping : mappings.entrySet()) {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("Entry", mapping.getKey());
            detail.put("Target", mapping.getValue());
            details.add(detail);
        }
        return new String(Json.write(details), StandardCharsets.UTF_8);
    }
}
