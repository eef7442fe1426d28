package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
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

    void check(Trigger trigger, Spot spot) {
        if (!present && KINDS.contains(trigger.kind())) {
            faults.add(
                    Problem.LM078,
                    spot,
                    "The result of a trigger of kind " + trigger.kind() + " is told to the service by a signed request,"
                            + " and the signer is not among the dependencies.",
                    "Add the dependency software.amazon.awssdk:http-auth-aws, 2.30 or later, to the project.");
        }
    }
}
