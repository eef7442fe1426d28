package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.FunctionSettings;
import io.lambdamaven.plugin.stage.Staged;
import java.util.List;

/** Whether the jar holds what signs requests, where a setting of the stage needs it. */
final class SignerCheck {
    private SignerCheck() {}

    static void check(Staged staged, Deployable deployable) {
        List<String> lacking = staged.settings().functions().stream()
                .filter(function -> function.extras().remoteConfig().needsSigner())
                .map(FunctionSettings::functionName)
                .toList();
        if (!lacking.isEmpty() && !deployable.code().hasSigner()) {
            throw new UserFault(
                    Problem.LM276,
                    Place.of("<remoteConfig>"),
                    String.join(", ", lacking)
                            + " would read its configuration by signed requests, and the jar has no signer.",
                    "Add the dependency software.amazon.awssdk:http-auth-aws, 2.30 or later, to the project, or remove"
                            + " <remoteConfig> or -Dlambda.remoteConfig.sources.");
        }
    }
}
