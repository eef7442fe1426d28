package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.ReservedConcurrency;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AccountLimit;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** What is reserved for one function is missing for all others: AWS wants 100 to be left, which is checked in the plan. */
final class ReservedConcurrencyResource implements NamedKind<ReservedConcurrency> {
    private static final int LEFT_FOR_OTHERS = 100;

    private final LambdaClient lambda;
    private final Parts parts;
    private final boolean emulated;

    ReservedConcurrencyResource(LambdaClient lambda, Parts parts, boolean emulated) {
        this.lambda = lambda;
        this.parts = parts;
        this.emulated = emulated;
    }

    @Override
    public Class<ReservedConcurrency> type() {
        return ReservedConcurrency.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.RESERVED_CONCURRENCY;
    }

    @Override
    public Optional<ReservedConcurrency> observe(String name, Desired desired, boolean wanted) {
        Integer reserved = reserved(name);
        if (wanted) {
            checkRoom(reserved == null ? 0 : reserved, desired, name);
        }
        return reserved == null ? Optional.empty() : Optional.of(new ReservedConcurrency(name, reserved));
    }

    private @Nullable Integer reserved(String name) {
        try {
            return lambda.getFunctionConcurrency(r -> r.functionName(name)).reservedConcurrentExecutions();
        } catch (ResourceNotFoundException e) {
            return null;
        }
    }

    private void checkRoom(int reserved, Desired desired, String name) {
        ResourceId id = new ResourceId(resourceType(), name);
        int more = -reserved
                + desired.resources().stream()
                        .filter(each -> each.id().equals(id))
                        .map(each -> ((ReservedConcurrency) each).executions())
                        .mapToInt(executions -> executions == null ? 0 : executions)
                        .sum();
        if (more <= 0) {
            return;
        }
        AccountLimit limit = limit();
        if (limit != null && limit.unreservedConcurrentExecutions() - more < LEFT_FOR_OTHERS) {
            int left = limit.unreservedConcurrentExecutions() - LEFT_FOR_OTHERS + reserved;
            throw new UserFault(
                    Problem.LM332,
                    Place.of(id.toString()),
                    "Of the account's " + limit.concurrentExecutions() + " concurrent executions "
                            + limit.unreservedConcurrentExecutions() + " are unreserved, and " + LEFT_FOR_OTHERS
                            + " have to stay so.",
                    "Set <reservedConcurrency> or -Dlambda.reservedConcurrency to at most " + Math.max(0, left)
                            + ", or ask AWS for a higher limit.");
        }
    }

    private @Nullable AccountLimit limit() {
        try {
            return lambda.getAccountSettings(r -> {}).accountLimit();
        } catch (LambdaException e) {
            if (emulated) {
                // It has none, or does not know the call.
                return null;
            }
            throw e;
        }
    }

    @Override
    public void create(ReservedConcurrency wanted, Desired desired) {
        parts.mark(wanted.id());
        Retry.until(
                () -> lambda.putFunctionConcurrency(
                        r -> r.functionName(wanted.functionName()).reservedConcurrentExecutions(wanted.executions())),
                Retry::isBusy);
    }

    @Override
    public void update(
            ReservedConcurrency there, ReservedConcurrency wanted, List<AttributeChange> changes, Desired desired) {
        create(wanted, desired);
    }

    @Override
    public void delete(ReservedConcurrency there, Desired desired) {
        try {
            Retry.until(
                    () -> lambda.deleteFunctionConcurrency(r -> r.functionName(there.functionName())), Retry::isBusy);
        } catch (ResourceNotFoundException e) {
            // Gone with the function.
        }
        parts.unmark(there.id());
    }
}
