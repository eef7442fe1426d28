package io.lambdamaven.plugin.testing;

import java.time.Duration;
import java.util.Map;

/** What the proxy does to a call instead of passing it on. */
public sealed interface Fault {
    /** Nothing. */
    record Pass() implements Fault {}

    /** An answer of the service itself. */
    record Answer(int status, String code, String message) implements Fault {}

    /** An answer of any kind, in the place of AWS's. */
    record Reply(int status, Map<String, String> headers, String body) implements Fault {}

    /** The connection is closed without an answer, before the call reached AWS. */
    record Drop() implements Fault {}

    /** AWS does what it was told, but the answer gets lost. */
    record LoseAnswer() implements Fault {}

    /** The call is passed on late. */
    record Delay(Duration by) implements Fault {}

    /** AWS still does what it was told, but the caller is gone: from here on every connection is closed. */
    record Kill() implements Fault {}

    static Fault throttle() {
        return new Answer(429, "ThrottlingException", "Rate exceeded");
    }

    static Fault serverError() {
        return new Answer(500, "InternalFailure", "Something broke");
    }

    static Fault expiredToken() {
        return new Answer(403, "ExpiredTokenException", "The security token included in the request is expired");
    }

    static Fault accessDenied(Call call) {
        return new Answer(
                403,
                "AccessDeniedException",
                "User: arn:aws:iam::123456789012:user/deployer is not authorized to perform: " + call.name()
                        + " because no identity-based policy allows the action");
    }
}
