package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.Parameter;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Set;

/** Whether what signs requests is there for the triggers whose result is told to the service by a request. */
final class SignerRule {
    private static final String SIGNER = "software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner";
    private static final Set<String> KINDS = Set.of("codepipeline", "codedeploy", "config", "s3-object-lambda");

    private final Faults faults;
    private final boolean present;

    SignerRule(Faults faults, ClassPath classPath) {
        this.faults = faults;
        this.present = classPath.find(SIGNER).isPresent();
    }

    /** The states of keys are kept by signed requests. */
    void checkIdempotent(Spot spot) {
        if (!present) {
            faults.add(
                    Problem.LM124,
                    spot,
                    "Which keys were there is kept by signed requests, and the signer is not among the dependencies.",
                    "Add the dependency software.amazon.awssdk:http-auth-aws, 2.30 or later, to the project, or take"
                            + " @Idempotent off.");
        }
    }

    /** Writing to clients is a signed request. */
    void checkBound(List<Parameter> parameters, Spot spot) {
        if (!present && parameters.stream().anyMatch(each -> each.binding() instanceof Binding.Connections)) {
            faults.add(
                    Problem.LM147,
                    spot,
                    "Connections sends signed requests, and the signer is not among the dependencies.",
                    "Add the dependency software.amazon.awssdk:http-auth-aws, 2.30 or later, to the project, or take the"
                            + " parameter out.");
        }
    }

    /** Whether the service learns the result by a request of the function's. */
    static boolean answersByRequest(Trigger trigger) {
        return KINDS.contains(trigger.kind());
    }

    void check(Trigger trigger, Spot spot) {
        if (!present && trigger instanceof Trigger.Task) {
            faults.add(
                    Problem.LM117,
                    spot,
                    "Tasks are handed over by signed requests, and the signer is not among the dependencies.",
                    "Add the dependency software.amazon.awssdk:http-auth-aws, 2.30 or later, to the project, or take"
                            + " @Task off.");
        }
        if (!present && answersByRequest(trigger)) {
            faults.add(
                    Problem.LM078,
                    spot,
                    "The result of a trigger of kind " + trigger.kind() + " is told to the service by a signed request,"
                            + " and the signer is not among the dependencies.",
                    "Add the dependency software.amazon.awssdk:http-auth-aws, 2.30 or later, to the project.");
        }
    }
}
