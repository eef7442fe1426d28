package io.lambdamaven.runtime.callback;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.json.Json;

/**
 * Answers a custom resource's request, where a stack waits for up to an hour.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html">AWS: custom
 *     resource response objects</a>
 */
public final class CloudFormationAnswer {

    private CloudFormationAnswer() {}

    /**
     * Does the work and puts the answer to the event's {@code ResponseURL}, also when the work fails or takes too long.
     * Without that address (the provider framework of the CDK sends none) the answer is returned, and failures thrown.
     *
     * @param event the request
     * @param context of the invocation
     * @param work what to do; not done where a resource is to be deleted that could not be created
     * @return the function's answer
     * @throws Exception what the work threw, where it is not put; or that nothing could be put
     */
    public static byte[] answer(byte[] event, Context context, Work work) throws Exception {
        CloudFormationRequest request = CloudFormationRequest.read(event);
        if (request.responseUrl.isEmpty()) {
            return CloudFormationResult.of(work.call()).toBytes();
        }
        CloudFormationReporter reporter = new CloudFormationReporter(request, context);
        if (request.deletesUnmade()) {
            reporter.send(reporter.success(null), Reporting.deadline(context));
            return Json.nothing();
        }
        return Reporting.run(reporter, context, work);
    }
}
