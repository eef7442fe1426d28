package io.lambdamaven.plugin.aws;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * As whom AWS is asked.
 *
 * @param profile a profile of the AWS configuration files, null for the default chain
 * @param keys a pair of keys instead, null for none
 * @param role assumed with either, null for none
 * @param mfa asked for the codes that roles need
 * @param logins roles that were assumed earlier in this run
 */
public record Access(
        @Nullable String profile,
        @Nullable Keys keys,
        @Nullable AssumedRole role,
        MfaCodes mfa,
        Logins logins) {

    /** With a profile, or the default chain where it is null; codes are refused. */
    static Access by(@Nullable String profile) {
        return new Access(profile, null, null, MfaCodes.NONE, new Logins());
    }

    /** A pair of keys. What is printed of it is the public half. */
    public record Keys(String accessKeyId, String secretAccessKey) {
        @Override
        public String toString() {
            return "Keys[" + accessKeyId + "]";
        }
    }

    /**
     * A role to work as.
     *
     * @param externalId what its trust policy asks for, null for nothing
     * @param sessionName how the deployer is called in AWS's records, null for the usual name
     * @param duration how long one login lasts, null for what AWS gives
     * @param mfaSerial the device whose code is needed, null for none
     */
    public record AssumedRole(
            String arn,
            @Nullable String externalId,
            @Nullable String sessionName,
            @Nullable Duration duration,
            @Nullable String mfaSerial) {}
}
