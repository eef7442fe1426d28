package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Desired;

/** Names of the parameters in SSM's Parameter Store that the deployer keeps for a stage. */
final class StageParameters {
    private StageParameters() {}

    /** The parameter that holds who is changing the stage. */
    static String lock(Desired desired) {
        return folder(desired) + "lock";
    }

    /** The parameter that holds what was made and is not found by a permission. */
    static String ledger(Desired desired) {
        return folder(desired) + "ledger";
    }

    /** SSM takes letters, digits and {@code . - _ /}, so that groupId and artifactId are two levels. */
    private static String folder(Desired desired) {
        return "/lambda-maven/" + desired.project().replace(':', '/') + "/" + desired.stage() + "/";
    }
}
