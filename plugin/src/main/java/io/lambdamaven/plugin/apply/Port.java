package io.lambdamaven.plugin.apply;

import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Observed;
import io.lambdamaven.plugin.report.Progress;

/** Where a plan is applied: AWS, or the local Lambda. */
public interface Port extends AutoCloseable {
    /** Partition, region and account, for the ARNs of the desired state. Reads only. */
    Whereabouts whereabouts();

    /** What there is of the desired resources, and what else the project owns in this stage. Reads only. */
    Observed observe(Desired desired);

    /**
     * Waits until no other deploy changes the stage, and keeps others waiting until the lock is closed.
     *
     * @throws io.lambdamaven.plugin.report.UserFault if the other one takes too long
     */
    DeployLock lock(Desired desired, Progress progress);

    /**
     * Carries out one change and returns when AWS says that it is done. Called from several threads for changes that
     * do not depend on each other.
     */
    void execute(Change change, Desired desired, Progress progress);

    @Override
    void close();
}
