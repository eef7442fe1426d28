package io.lambdamaven.runtime.callback;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.aws.Presigned;
import io.lambdamaven.runtime.json.JsonSink;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Puts the answer to a request where the request says. */
final class CloudFormationReporter implements Reporter<byte[]> {
    private static final int LARGEST = 4096;
    private static final int LONGEST_ID = 1024;

    private final CloudFormationRequest request;
    private final Context context;

    CloudFormationReporter(CloudFormationRequest request, Context context) {
        this.request = request;
        this.context = context;
    }

    @Override
    public String who() {
        return "CloudFormation, resource " + request.logicalId;
    }

    @Override
    public byte[] success(@Nullable Object result) {
        CloudFormationResult told;
        try {
            told = CloudFormationResult.of(result);
        } catch (RuntimeException e) {
            // The method has made the resource: the id must not say that there is none.
            return unfit(request.id(), e.getMessage());
        }
        String id = told.id == null || request.deletes ? request.id() : told.id;
        if (id.getBytes(StandardCharsets.UTF_8).length > LONGEST_ID) {
            return unfit(request.id(), "the physical resource id is longer than " + LONGEST_ID + " bytes");
        }
        byte[] body = body("SUCCESS", "", id, told);
        return body.length <= LARGEST
                ? body
                : unfit(
                        id,
                        "the answer has " + body.length + " bytes, of which CloudFormation takes " + LARGEST
                                + ": return less data");
    }

    @Override
    public byte[] failure(Throwable cause) {
        return failed(request.idOfFailure(), Texts.reason(cause, context));
    }

    @Override
    public void send(byte[] message, Deadline deadline) {
        Presigned.put(request.responseUrl, message, deadline);
    }

    private byte[] unfit(String id, @Nullable String fault) {
        Log.line(context, who() + ": " + fault);
        return failed(id, String.valueOf(fault));
    }

    private byte[] failed(String id, String reason) {
        String shown = Texts.cut(reason, LARGEST);
        byte[] body = body("FAILED", shown, id, null);
        while (body.length > LARGEST && !shown.isEmpty()) {
            // A character takes up to six bytes.
            shown = Texts.cut(shown, shown.length() - 1 - (body.length - LARGEST) / 6);
            body = body("FAILED", shown, id, null);
        }
        return body;
    }

    private byte[] body(String status, String reason, String id, @Nullable CloudFormationResult result) {
        JsonSink sink = new JsonSink()
                .startObject()
                .name("Status")
                .text(status)
                .name("PhysicalResourceId")
                .text(id)
                .name("StackId")
                .text(request.stackId)
                .name("RequestId")
                .text(request.requestId)
                .name("LogicalResourceId")
                .text(request.logicalId);
        if (!reason.isEmpty()) {
            sink.name("Reason").text(reason);
        }
        return CloudFormationResult.end(sink, result);
    }
}
