package io.lambdamaven.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a custom authorizer of AWS IoT says of a client. Immutable; each method gives a changed copy.
 *
 * @param authenticated whether the client may connect
 * @param principalId who it is: up to 128 letters and digits
 * @param disconnectAfter seconds after which the connection is cut: 300 to 86400
 * @param refreshAfter seconds after which the policies are asked for again: 300 to 86400
 * @param policyDocuments up to 10, as IAM writes them
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/config-custom-auth.html">AWS: custom
 *     authentication</a>
 */
public record IotAuthorization(
        boolean authenticated,
        String principalId,
        int disconnectAfter,
        int refreshAfter,
        List<Map<String, Object>> policyDocuments) {
    private static final int MOST_POLICIES = 10;

    /** Copies the list and checks the limits. */
    public IotAuthorization {
        policyDocuments = Copies.of(policyDocuments);
        if (authenticated && !isName(principalId)) {
            throw new IllegalArgumentException(
                    "an IoT principal id has 1 to 128 letters and digits, which '" + principalId + "' has not");
        }
        seconds("disconnectAfter", disconnectAfter);
        seconds("refreshAfter", refreshAfter);
        if (policyDocuments.size() > MOST_POLICIES) {
            throw new IllegalArgumentException(
                    "AWS IoT takes " + MOST_POLICIES + " policy documents, not " + policyDocuments.size());
        }
    }

    /**
     * Lets a client connect; what it may do there its policies say.
     *
     * @param principalId who it is
     * @return for a day, asked for again each hour
     */
    public static IotAuthorization allow(String principalId) {
        return new IotAuthorization(true, principalId, 86_400, 3_600, List.of());
    }

    /**
     * Refuses a client.
     *
     * @return not authenticated
     */
    public static IotAuthorization deny() {
        return new IotAuthorization(false, "", 300, 300, List.of());
    }

    /**
     * Adds a policy with one statement.
     *
     * @param action such as {@code iot:Publish}
     * @param resources ARNs
     * @return with it
     */
    public IotAuthorization allowing(String action, String... resources) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Action", action);
        statement.put("Effect", "Allow");
        statement.put("Resource", List.of(resources));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", "2012-10-17");
        document.put("Statement", List.of(statement));
        return policy(document);
    }

    /**
     * Adds a policy.
     *
     * @param document as IAM writes it
     * @return with it
     */
    public IotAuthorization policy(Map<String, Object> document) {
        List<Map<String, Object>> more = new ArrayList<>(policyDocuments);
        more.add(document);
        return new IotAuthorization(authenticated, principalId, disconnectAfter, refreshAfter, more);
    }

    /**
     * Sets the times.
     *
     * @param disconnect seconds after which the connection is cut
     * @param refresh seconds after which the policies are asked for again
     * @return with these
     */
    public IotAuthorization after(int disconnect, int refresh) {
        return new IotAuthorization(authenticated, principalId, disconnect, refresh, policyDocuments);
    }

    private static void seconds(String what, int seconds) {
        if (seconds < 300 || seconds > 86_400) {
            throw new IllegalArgumentException(what + " is 300 to 86400 seconds, not " + seconds);
        }
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 128;
    }
}
