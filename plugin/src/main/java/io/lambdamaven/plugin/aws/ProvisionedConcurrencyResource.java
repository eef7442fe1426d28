package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.ProvisionedConcurrency;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigNotFoundException;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Environments of an alias that are kept started. Lambda takes minutes to start them; only then it is done. */
final class ProvisionedConcurrencyResource implements NamedKind<ProvisionedConcurrency> {
    private final LambdaClient lambda;
    private final Parts parts;
    private final Duration deadline;
    private final Duration pause;

    ProvisionedConcurrencyResource(LambdaClient lambda, Parts parts, Duration deadline, Duration pause) {
        this.lambda = lambda;
        this.parts = parts;
        this.deadline = deadline;
        this.pause = pause;
    }

    @Override
    public Class<ProvisionedConcurrency> type() {
        return ProvisionedConcurrency.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.PROVISIONED_CONCURRENCY;
    }

    /** What failed is there, but not as wanted: it is put again. */
    @Override
    public Optional<ProvisionedConcurrency> observe(String name, Desired desired, boolean wanted) {
        try {
            GetProvisionedConcurrencyConfigResponse found = read(name, DerivedNames.LIVE);
            boolean failed = found.status() == ProvisionedConcurrencyStatusEnum.FAILED;
            return Optional.of(new ProvisionedConcurrency(
                    name, DerivedNames.LIVE, failed ? 0 : found.requestedProvisionedConcurrentExecutions()));
        } catch (ProvisionedConcurrencyConfigNotFoundException | ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    private GetProvisionedConcurrencyConfigResponse read(String function, String alias) {
        return lambda.getProvisionedConcurrencyConfig(
                r -> r.functionName(function).qualifier(alias));
    }

    @Override
    public void create(ProvisionedConcurrency wanted, Desired desired) {
        parts.mark(wanted.id());
        Retry.until(
                () -> lambda.putProvisionedConcurrencyConfig(r -> r.functionName(wanted.functionName())
                        .qualifier(wanted.alias())
                        .provisionedConcurrentExecutions(wanted.executions())),
                Retry::isBusy);
        await(wanted);
    }

    private void await(ProvisionedConcurrency wanted) {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            GetProvisionedConcurrencyConfigResponse now = read(wanted.functionName(), wanted.alias());
            if (now.status() == ProvisionedConcurrencyStatusEnum.READY) {
                return;
            }
            if (now.status() == ProvisionedConcurrencyStatusEnum.FAILED) {
                throw new UserFault(
                        Problem.LM331,
                        Place.of(wanted.id().toString()),
                        "Lambda could not start " + wanted.executions() + " environments: " + now.statusReason(),
                        "Mend what AWS names, or lower <provisionedConcurrency> or -Dlambda.provisionedConcurrency, and"
                                + " run the goal again.");
            }
            if (System.nanoTime() + pause.toNanos() > end) {
                throw new UserFault(
                        Problem.LM309,
                        Place.of(wanted.id().toString()),
                        "Lambda has not started all environments after " + deadline.toSeconds() + " seconds.",
                        "It goes on by itself; run the goal again to see how far it is.");
            }
            Retry.sleep(pause);
        }
    }

    @Override
    public void update(
            ProvisionedConcurrency there,
            ProvisionedConcurrency wanted,
            List<AttributeChange> changes,
            Desired desired) {
        create(wanted, desired);
    }

    @Override
    public void delete(ProvisionedConcurrency there, Desired desired) {
        try {
            Retry.until(
                    () -> lambda.deleteProvisionedConcurrencyConfig(
                            r -> r.functionName(there.functionName()).qualifier(there.alias())),
                    Retry::isBusy);
        } catch (ProvisionedConcurrencyConfigNotFoundException | ResourceNotFoundException e) {
            // Gone already.
        }
        parts.unmark(there.id());
    }
}
