package io.lambdamaven.plugin.apply;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.LeftAsMade;
import io.lambdamaven.plugin.plan.Observed;
import io.lambdamaven.plugin.plan.Plan;
import io.lambdamaven.plugin.plan.Planner;
import io.lambdamaven.plugin.report.Progress;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way from a wish to AWS resources: where, what is wanted, what is there, what differs, make it so. */
public final class Deployer {
    private final Port port;
    private final Progress progress;

    public Deployer(Port port, Progress progress) {
        this.port = port;
        this.progress = progress;
    }

    /** A plan with what it was made for. */
    public record Planned(Desired desired, Plan plan) {}

    /**
     * Reads what is there and tells what would change; writes nothing.
     *
     * @param wanted gives the desired state for a place
     * @param deleteData whether what holds data and is no longer wanted goes too
     */
    public Planned plan(Function<Whereabouts, Desired> wanted, boolean deleteData) {
        Planned planned = look(wanted.apply(port.whereabouts()), deleteData);
        tell(planned);
        return planned;
    }

    private Planned look(Desired desired, boolean deleteData) {
        Observed observed = port.observe(desired);
        return new Planned(
                desired.alsoTelling(LeftAsMade.lines(desired, observed)), Planner.plan(desired, observed, deleteData));
    }

    private void tell(Planned planned) {
        PlanText.lines(planned.plan(), planned.desired()).forEach(progress::line);
    }

    /** The plan for a file. */
    public SavedPlan save(Planned planned) {
        return SavedPlan.of(planned, port.whereabouts());
    }

    /** Plans, tells the plan and applies it; throws with every failure if it could not be applied whole. */
    public Outcome deploy(Function<Whereabouts, Desired> wanted, boolean deleteData) {
        return deploy(wanted, deleteData, null);
    }

    /**
     * The same for a plan that was made before.
     *
     * @param saved refused if it is not what would be done now; null for whatever is to be done
     * @throws io.lambdamaven.plugin.report.UserFault naming what moved since
     */
    public Outcome deploy(Function<Whereabouts, Desired> wanted, boolean deleteData, @Nullable SavedPlan saved) {
        Planned planned = plan(wanted, deleteData);
        mustBe(saved, planned);
        if (planned.plan().isEmpty()) {
            return Outcome.nothing();
        }
        DeployLock lock = port.lock(planned.desired(), progress);
        try {
            Planned now = current(planned, deleteData);
            mustBe(saved, now);
            return apply(now);
        } finally {
            lock.close();
        }
    }

    private void mustBe(@Nullable SavedPlan saved, Planned now) {
        if (saved != null) {
            saved.mustStillBe(save(now));
        }
    }

    /** Another deploy may have ended between our look and the lock. */
    private Planned current(Planned planned, boolean deleteData) {
        Planned now = look(planned.desired(), deleteData);
        if (!now.plan().equals(planned.plan())) {
            progress.info("The stage has changed meanwhile.");
            tell(now);
        }
        return now;
    }

    private Outcome apply(Planned planned) {
        if (planned.plan().isEmpty()) {
            return Outcome.nothing();
        }
        Outcome outcome = new Applier(port, planned.plan(), planned.desired(), progress).apply();
        Failures.throwIfAny(outcome);
        progress.info("Applied: " + outcome.summary() + ".");
        return outcome;
    }
}
