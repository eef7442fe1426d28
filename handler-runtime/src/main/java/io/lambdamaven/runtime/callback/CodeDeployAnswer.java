package io.lambdamaven.runtime.callback;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.event.Members;

/**
 * Tells CodeDeploy how a lifecycle hook ended, for which a deployment waits.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_PutLifecycleEventHookExecutionStatus.html">AWS:
 *     PutLifecycleEventHookExecutionStatus</a>
 */
public final class CodeDeployAnswer {
    private CodeDeployAnswer() {}

    /**
     * Does the work and tells whether it succeeded, also when it takes too long.
     *
     * @param event the hook's
     * @param context of the invocation
     * @param work what to do; what it returns does not matter
     * @return the function's answer
     */
    public static byte[] answer(byte[] event, Context context, Work work) {
        return answer(event, context, work, Aws.here());
    }

    static byte[] answer(byte[] event, Context context, Work work, Aws aws) {
        String deployment = Members.text(event, "DeploymentId");
        String execution = Members.text(event, "LifecycleEventHookExecutionId");
        return Reporting.run(new CodeDeployReporter(aws, deployment, execution), context, work);
    }
}
