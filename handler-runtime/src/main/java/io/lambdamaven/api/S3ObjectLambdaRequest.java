package io.lambdamaven.api;

import java.util.Map;

/**
 * What somebody asks an S3 Object Lambda access point for.
 *
 * @param operation what is asked for
 * @param requestId of the request
 * @param inputS3Url where the original is: signed, fetched without credentials of one's own
 * @param url what the caller asked for
 * @param headers of the caller's request, names in any letter case
 * @param accessPointArn the access point
 * @param supportingAccessPointArn the one behind it
 * @param payload what the access point's configuration hands over; empty for nothing
 * @param userIdentity who the caller is
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-event-context.html">AWS: event context</a>
 */
public record S3ObjectLambdaRequest(
        Operation operation,
        String requestId,
        String inputS3Url,
        String url,
        Map<String, String> headers,
        String accessPointArn,
        String supportingAccessPointArn,
        String payload,
        Map<String, Object> userIdentity) {
    /** Copies the maps. */
    public S3ObjectLambdaRequest {
        headers = Copies.anyCase(headers);
        userIdentity = Copies.of(userIdentity);
    }

    /** What an access point may be asked for. */
    public enum Operation {
        /** An object. */
        GET_OBJECT,
        /** An object's headers. */
        HEAD_OBJECT,
        /** A bucket's objects, first version of the request. */
        LIST_OBJECTS,
        /** A bucket's objects, second version of the request. */
        LIST_OBJECTS_V2
    }

    /** Leaves out the signed address, which opens the object to whoever has it, so that it does not get into a log. */
    @Override
    public String toString() {
        return "S3ObjectLambdaRequest[operation=" + operation + ", requestId=" + requestId + ", accessPointArn="
                + accessPointArn + "]";
    }
}
