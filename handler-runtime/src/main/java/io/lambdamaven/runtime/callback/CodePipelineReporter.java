package io.lambdamaven.runtime.callback;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.api.PipelineResult;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.json.JsonSink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the result of a job: what was returned, or what was thrown. */
final class CodePipelineReporter implements Reporter<AwsRequest> {
    private static final AwsService SERVICE = AwsService.json("CodePipeline", "codepipeline", "CodePipeline_20150709");
    private static final int LONGEST_MESSAGE = 5_000;

    private final Aws aws;
    private final String job;
    private final Context context;

    CodePipelineReporter(Aws aws, String job, Context context) {
        this.aws = aws;
        this.job = job;
        this.context = context;
    }

    @Override
    public String who() {
        return "CodePipeline, job " + job;
    }

    @Override
    public AwsRequest success(@Nullable Object result) {
        PipelineResult told = result(result);
        JsonSink sink = new JsonSink().startObject().name("jobId").text(job);
        if (told.continuationToken() != null) {
            sink.name("continuationToken").text(told.continuationToken());
        }
        if (!told.outputVariables().isEmpty()) {
            sink.name("outputVariables").startObject();
            for (Map.Entry<String, String> variable : told.outputVariables().entrySet()) {
                sink.name(variable.getKey()).text(variable.getValue());
            }
            sink.endObject();
        }
        sink.name("executionDetails").startObject();
        sink.name("externalExecutionId").text(context.getAwsRequestId());
        return AwsRequest.json(
                SERVICE, "PutJobSuccessResult", sink.endObject().endObject().toBytes());
    }

    @Override
    public AwsRequest failure(Throwable cause) {
        JsonSink sink = new JsonSink()
                .startObject()
                .name("jobId")
                .text(job)
                .name("failureDetails")
                .startObject()
                .name("type")
                .text("JobFailed")
                .name("message")
                .text(Texts.cut(Texts.reason(cause, context), LONGEST_MESSAGE))
                .name("externalExecutionId")
                .text(context.getAwsRequestId());
        return AwsRequest.json(
                SERVICE, "PutJobFailureResult", sink.endObject().endObject().toBytes());
    }

    @Override
    public void send(AwsRequest message, Deadline deadline) {
        try {
            aws.send(message, deadline);
        } catch (AwsException e) {
            // An earlier attempt was taken, and only its answer lost.
            if (e.attempts() == 1 || !e.code().equals("InvalidJobStateException")) {
                throw e;
            }
        }
    }

    private static PipelineResult result(@Nullable Object result) {
        if (result == null) {
            return PipelineResult.success();
        } else if (result instanceof PipelineResult own) {
            return own;
        } else if (result instanceof Optional<?> optional) {
            return result(optional.orElse(null));
        } else if (result instanceof Map<?, ?> map) {
            Map<String, String> variables = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                variables.put(String.valueOf(entry.getKey()), String.valueOf(entry.getValue()));
            }
            return PipelineResult.success(variables);
        }
        throw new IllegalStateException("a CodePipeline job is answered with a PipelineResult or a map of output"
                + " variables, not with " + result.getClass().getName());
    }
}
