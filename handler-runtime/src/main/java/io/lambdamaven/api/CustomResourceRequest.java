package io.lambdamaven.api;

import java.util.Map;

/**
 * What CloudFormation wants done with a custom resource.
 *
 * @param requestType what
 * @param resourceType such as {@code Custom::Thing}
 * @param logicalResourceId its name in the template
 * @param physicalResourceId its id, empty when it is created
 * @param stackId the stack's ARN
 * @param requestId of this request
 * @param properties as the template has them; CloudFormation writes numbers and booleans as text
 * @param oldProperties those before an update, else empty
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html">AWS: custom
 *     resource request objects</a>
 */
public record CustomResourceRequest(
        Type requestType,
        String resourceType,
        String logicalResourceId,
        String physicalResourceId,
        String stackId,
        String requestId,
        Map<String, Object> properties,
        Map<String, Object> oldProperties) {
    /** Copies the maps. */
    public CustomResourceRequest {
        properties = Copies.of(properties);
        oldProperties = Copies.of(oldProperties);
    }

    /** What is to be done. */
    public enum Type {
        /** Make it. */
        CREATE,
        /** Change it; another physical id in the answer says that it was replaced. */
        UPDATE,
        /** Remove it. */
        DELETE
    }
}
