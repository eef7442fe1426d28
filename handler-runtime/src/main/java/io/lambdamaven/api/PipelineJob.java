package io.lambdamaven.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job of a pipeline.
 *
 * @param id the job's
 * @param accountId the account that the pipeline is in
 * @param userParameters what the action's configuration hands over; empty for nothing
 * @param continuationToken what an earlier call of the same job returned, null in the first
 * @param data all of the job: input and output artifacts, and the credentials to reach them
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-invoke-lambda-function.html">AWS:
 *     invoke a Lambda function in a pipeline</a>
 */
public record PipelineJob(
        String id,
        String accountId,
        String userParameters,
        @Nullable String continuationToken,
        Map<String, Object> data) {
    /** Copies the map. */
    public PipelineJob {
        data = Copies.of(data);
    }

    /** Leaves out the data, which holds credentials, so that it does not get into a log. */
    @Override
    public String toString() {
        return "PipelineJob[id=" + id + ", accountId=" + accountId + ", continuationToken=" + continuationToken + "]";
    }
}
