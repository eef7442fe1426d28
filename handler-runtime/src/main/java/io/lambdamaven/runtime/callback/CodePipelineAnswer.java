package io.lambdamaven.runtime.callback;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.event.Members;

/**
 * Puts the result of a CodePipeline job back, for which a pipeline waits.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-invoke-lambda-function.html">AWS:
 *     invoke a Lambda function in a pipeline</a>
 */
public final class CodePipelineAnswer {
    private CodePipelineAnswer() {}

    /**
     * Does the work and puts its result, also when it fails or takes too long.
     *
     * @param event the job
     * @param context of the invocation
     * @param work what to do
     * @return the function's answer
     */
    public static byte[] answer(byte[] event, Context context, Work work) {
        return answer(event, context, work, Aws.here());
    }

    static byte[] answer(byte[] event, Context context, Work work, Aws aws) {
        String job = Members.text(event, "CodePipeline.job", "id");
        return Reporting.run(new CodePipelineReporter(aws, job, context), context, work);
    }
}
