package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.apply.Port;
import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.policy.DeployerPolicy;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Staged;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Builds the project and prints the least IAM policy that lets somebody plan, deploy and undeploy this stage of it, as it is
 * now. The statements whose <code>Sid</code> begins with <code>Plan</code> are enough for <code>plan</code> and <code>status</code>.
 */
@Mojo(
        name = "deployer-policy",
        requiresProject = false,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
@Execute(phase = LifecyclePhase.PACKAGE)
public final class DeployerPolicyMojo extends DeployableMojo {
    /** What IAM takes in a managed policy, blanks not counted. */
    private static final int LIMIT = 6144;

    /** The account that the policy is for; with it and a Region AWS is not asked. */
    @Parameter(property = "lambda.account")
    private @Nullable String account;

    /** Where the policy is written to as well, as JSON. */
    @Parameter(property = "lambda.out")
    private @Nullable File out;

    @Override
    void run() {
        Optional<Deployable> deployable = deployable();
        if (deployable.isEmpty()) {
            nothingToDeploy();
            return;
        }
        Staged staged = staged(deployable.get().manifest());
        Whereabouts where = where(staged);
        JsonObject policy = DeployerPolicy.of(
                staged.desired(where, deployable.get().code()),
                where,
                staged.settings().codeBucket());
        policy.pretty().lines().forEach(getLog()::info);
        int size = policy.canonical().length();
        if (size > LIMIT) {
            getLog().warn("The policy has " + size + " characters; IAM takes " + LIMIT
                    + " in a managed policy, and 10240 in all inline policies of a role.");
        }
        if (out != null) {
            JsonOutput.write(out, policy);
            getLog().info("The policy is in " + out);
        }
    }

    private Whereabouts where(Staged staged) {
        String said = commandLine().over("lambda.account", account);
        String region = staged.settings().region();
        if (said != null && !said.strip().matches("[0-9]{12}")) {
            throw new UserFault(
                    Problem.LM522,
                    Place.of("lambda.account"),
                    "'" + said + "' is not an account of AWS.",
                    "Set -Dlambda.account to its twelve digits.");
        }
        if (said != null && region != null) {
            return new Whereabouts(partition(region), region, said.strip());
        }
        try (Port port = targets().port(staged)) {
            Whereabouts found = port.whereabouts();
            return said == null ? found : new Whereabouts(found.partition(), found.region(), said.strip());
        }
    }

    /** As AWS names them after its regions. */
    static String partition(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
