package io.lambdamaven.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user of a Transfer Family server who may log in.
 *
 * @param role the ARN of the role that reads and writes for the user
 * @param homeDirectory where the user starts, such as {@code /bucket/home/ada}; null with mappings
 * @param mappings what the user sees as which place, such as {@code /} as {@code /bucket/home/ada}; empty shows all
 * @param policy a session policy in JSON that narrows the role; null for none
 * @param publicKeys those that the user's key may match
 * @param posixProfile for file systems; null for S3
 * @see <a href="https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html">AWS: Lambda as an
 *     identity provider</a>
 */
public record TransferUser(
        String role,
        @Nullable String homeDirectory,
        Map<String, String> mappings,
        @Nullable String policy,
        List<String> publicKeys,
        @Nullable PosixProfile posixProfile) {
    /** Copies list and map. */
    public TransferUser {
        mappings = Copies.of(mappings);
        publicKeys = Copies.of(publicKeys);
    }

    /**
     * Who the user is in an EFS file system.
     *
     * @param uid the user's id
     * @param gid the group's id
     * @param secondaryGids further groups
     */
    public record PosixProfile(long uid, long gid, List<Long> secondaryGids) {
        /** Copies the list. */
        public PosixProfile {
            secondaryGids = Copies.of(secondaryGids);
        }
    }

    /**
     * A user with a role.
     *
     * @param role its ARN
     * @param homeDirectory where the user starts
     * @return sees all that the role lets
     */
    public static TransferUser of(String role, String homeDirectory) {
        return new TransferUser(role, homeDirectory, Map.of(), null, List.of(), null);
    }

    /**
     * Shows a place to the user; once one is shown, nothing else is seen.
     *
     * @param entry as the user sees it, such as {@code /}
     * @param target what it is, such as {@code /bucket/home/ada}
     * @return with it, without a home directory
     */
    public TransferUser mapping(String entry, String target) {
        Map<String, String> more = new LinkedHashMap<>(mappings);
        more.put(entry, target);
        return new TransferUser(role, null, more, policy, publicKeys, posixProfile);
    }

    /**
     * Narrows the role.
     *
     * @param json a session policy
     * @return with it
     */
    public TransferUser withPolicy(String json) {
        return new TransferUser(role, homeDirectory, mappings, json, publicKeys, posixProfile);
    }

    /**
     * Sets the keys that the user's own may match.
     *
     * @param keys in OpenSSH's form
     * @return with these
     */
    public TransferUser withPublicKeys(List<String> keys) {
        return new TransferUser(role, homeDirectory, mappings, policy, keys, posixProfile);
    }
}
