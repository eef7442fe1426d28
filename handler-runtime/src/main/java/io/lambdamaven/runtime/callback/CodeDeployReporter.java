package io.lambdamaven.runtime.callback;

import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.json.JsonSink;
import org.jspecify.annotations.Nullable;

/** Puts the status of a lifecycle hook. */
final class CodeDeployReporter implements Reporter<AwsRequest> {
    private static final AwsService SERVICE = AwsService.json("CodeDeploy", "codedeploy", "CodeDeploy_20141006");

    private final Aws aws;
    private final String deployment;
    private final String execution;

    CodeDeployReporter(Aws aws, String deployment, String execution) {
        this.aws = aws;
        this.deployment = deployment;
        this.execution = execution;
    }

    @Override
    public String who() {
        return "CodeDeploy, deployment " + deployment;
    }

    @Override
    public AwsRequest success(@Nullable Object result) {
        return status("Succeeded");
    }

    @Override
    public AwsRequest failure(Throwable cause) {
        return status("Failed");
    }

    @Override
    public void send(AwsRequest message, Deadline deadline) {
        try {
            aws.send(message, deadline);
        } catch (AwsException e) {
            // An earlier attempt was taken, and only its answer lost.
            if (e.attempts() == 1 || !e.code().equals("LifecycleEventAlreadyCompletedException")) {
                throw e;
            }
        }
    }

    private AwsRequest status(String status) {
        JsonSink sink = new JsonSink()
                .startObject()
                .name("deploymentId")
                .text(deployment)
                .name("lifecycleEventHookExecutionId")
                .text(execution)
                .name("status")
                .text(status);
        return AwsRequest.json(
                SERVICE,
                "PutLifecycleEventHookExecutionStatus",
                sink.endObject().toBytes());
    }
}
