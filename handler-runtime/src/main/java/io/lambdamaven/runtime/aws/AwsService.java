package io.lambdamaven.runtime.aws;

/**
 * A service, as its SDK model names it.
 *
 * @param id the {@code serviceId}, such as {@code Config Service}; names the service in messages and in the variable that
 *     may set its endpoint
 * @param host the endpoint's first label
 * @param signingName what requests are signed for
 * @param target goes before the operation in {@code X-Amz-Target}; empty for services that are not called so
 */
public record AwsService(String id, String host, String signingName, String target) {
    /**
     * A service of the protocol JSON 1.1.
     *
     * @param id the {@code serviceId}
     * @param host the endpoint's first label, for which requests are signed too
     * @param target what goes before the operation
     * @return the service
     */
    public static AwsService json(String id, String host, String target) {
        return new AwsService(id, host, host, target);
    }
}
