package io.lambdamaven.runtime.script;

import java.security.GeneralSecurityException;
import java.time.Clock;

/** Decides whether a script is run. All of it is decided before a class is defined. */
final class Verifier {
    /** The only alias through which scripts come: nobody else's events ever do. */
    private static final String OPERATORS = ":ops";

    /** Seconds that a script may be valid for, counted from its arrival. */
    static final long LONGEST = 300;

    /** Seconds by which the clocks of sender and function may differ, either way. */
    static final long SKEW = 30;

    /** Seconds that a nonce is kept beyond the last moment at which it could be used. */
    static final long MARGIN = 3_600;

    private final Keys keys;
    private final Nonces nonces;
    private final Clock clock;

    Verifier(Keys keys, Nonces nonces, Clock clock) {
        this.keys = keys;
        this.nonces = nonces;
        this.clock = clock;
    }

    /**
     * Verifies, and writes down that the script was there.
     *
     * @param functionArn as Lambda says it was invoked, with the alias
     * @return what may be defined and run
     * @throws RefusedScriptException if it may not
     */
    Bundle verify(Message message, String functionArn) {
        if (!functionArn.endsWith(OPERATORS)) {
            throw new RefusedScriptException("it came by another way than the alias ops");
        }
        Key key = keys.get(message.keyId());
        long now = clock.instant().getEpochSecond();
        if (message.expires() + SKEW < now) {
            throw new RefusedScriptException("it has expired: check the clock of the machine that signed it");
        }
        if (message.expires() > now + LONGEST + SKEW) {
            throw new RefusedScriptException(
                    "it is valid for more than " + LONGEST + " seconds: check the clock of the machine that signed it");
        }
        if (!signed(key, message, functionArn)) {
            throw new RefusedScriptException("the signature is not that of the key over these classes, these arguments,"
                    + " this function's alias " + functionArn + ", nonce and expiry");
        }
        Bundle bundle = Bundle.read(message.bundle());
        if (!nonces.claim(message.nonce(), message.expires() + SKEW + MARGIN)) {
            throw new RefusedScriptException(
                    "it was here before, or the answer got lost that it was not: sign it again");
        }
        return bundle;
    }

    private static boolean signed(Key key, Message message, String functionArn) {
        try {
            return key.verifies(Envelope.of(message, functionArn), message.signature());
        } catch (GeneralSecurityException e) {
            throw new RefusedScriptException("its signature cannot be verified", e);
        }
    }
}
