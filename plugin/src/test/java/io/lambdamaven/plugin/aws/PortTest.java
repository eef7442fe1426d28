package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Plan;
import io.lambdamaven.plugin.plan.Planner;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.testing.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Deploys the function {@code orders-dev} with one trigger or another to an emulated account that is new each time. */
abstract class PortTest {
    static final String ALIAS = "arn:aws:lambda:eu-west-1:123456789012:function:orders-dev:live";
    static Cloud cloud;

    Wired wired;

    @BeforeAll
    static void startCloud() throws IOException, InterruptedException {
        cloud = Cloud.start();
    }

    @AfterAll
    static void stopCloud() throws IOException {
        if (cloud != null) {
            cloud.close();
        }
    }

    @BeforeEach
    final void resetCloud(@TempDir Path folder) throws IOException, InterruptedException {
        cloud.reset();
        wired = new Wired(folder);
        prepare();
    }

    /** Makes what the account has before the first deploy. */
    abstract void prepare();

    /** Deploys, and tells the calls that could change anything. */
    static List<String> writesOf(Desired desired) {
        return writesOf(cloud, desired);
    }

    static List<String> writesOf(Cloud cloud, Desired desired) {
        cloud.proxy.restart(call -> new Fault.Pass());
        cloud.deploy(desired);
        return cloud.proxy.writes();
    }

    /** What a deploy would do. */
    static Plan planOf(Cloud cloud, Desired desired) {
        return Planner.plan(desired, cloud.observe(desired), false);
    }

    /** The function without any trigger. */
    final Desired without() throws IOException, NoSuchAlgorithmException {
        return wired.desired(Project.orders());
    }
}
