package io.lambdamaven.plugin.apply;

import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Observed;
import io.lambdamaven.plugin.report.Progress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks nobody: what is wanted is planned as if nothing of it were there, in an account that is not known. Needs neither
 * credentials nor a network.
 */
public final class OfflinePort implements Port {
    private final Whereabouts where;

    /** @param region null where none is set */
    public OfflinePort(@Nullable String region) {
        where = new Whereabouts("aws", Objects.requireNonNullElse(region, "{region}"), "{account}");
    }

    @Override
    public Whereabouts whereabouts() {
        return where;
    }

    @Override
    public Observed observe(Desired desired) {
        return new Observed(List.of());
    }

    @Override
    public DeployLock lock(Desired desired, Progress progress) {
        throw new IllegalStateException("Nothing is deployed offline");
    }

    @Override
    public void execute(Change change, Desired desired, Progress progress) {
        throw new IllegalStateException("Nothing is deployed offline");
    }

    @Override
    public void close() {}
}
