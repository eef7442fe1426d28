package io.lambdamaven.api;

/**
 * Somebody logs in to a Transfer Family server.
 *
 * @param username the name
 * @param password empty where the client has a key: then the answer's public keys decide
 * @param protocol {@code SFTP}, {@code FTPS}, {@code FTP} or {@code AS2}
 * @param serverId the server
 * @param sourceIp the client's address
 * @see <a href="https://docs.aws.amazon.com/transfer/latest/userguide/custom-lambda-idp.html">AWS: Lambda as an
 *     identity provider</a>
 */
public record TransferLogin(String username, String password, String protocol, String serverId, String sourceIp) {
    /**
     * Whether there is a password; without one the client has a key.
     *
     * @return false for a key
     */
    public boolean hasPassword() {
        return !password.isEmpty();
    }

    /** Leaves out the password, so that it does not get into a log. */
    @Override
    public String toString() {
        return "TransferLogin[username=" + username + ", protocol=" + protocol + ", serverId=" + serverId
                + ", sourceIp=" + sourceIp + "]";
    }
}
