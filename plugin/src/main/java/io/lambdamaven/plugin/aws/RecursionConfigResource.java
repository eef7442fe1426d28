package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.RecursionConfig;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Whether Lambda ends calls that go round in a circle, as it does unless told otherwise. */
final class RecursionConfigResource implements NamedKind<RecursionConfig> {
    private final LambdaClient lambda;
    private final Parts parts;

    RecursionConfigResource(LambdaClient lambda, Parts parts) {
        this.lambda = lambda;
        this.parts = parts;
    }

    @Override
    public Class<RecursionConfig> type() {
        return RecursionConfig.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.RECURSION_CONFIG;
    }

    @Override
    public Optional<RecursionConfig> observe(String name, Desired desired, boolean wanted) {
        try {
            return Optional.of(new RecursionConfig(
                    name,
                    lambda.getFunctionRecursionConfig(r -> r.functionName(name)).recursiveLoopAsString()));
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void create(RecursionConfig wanted, Desired desired) {
        parts.mark(wanted.id());
        Retry.until(
                () -> lambda.putFunctionRecursionConfig(
                        r -> r.functionName(wanted.functionName()).recursiveLoop(wanted.recursiveLoop())),
                Retry::isBusy);
    }

    @Override
    public void update(RecursionConfig there, RecursionConfig wanted, List<AttributeChange> changes, Desired desired) {
        create(wanted, desired);
    }

    /** There always is one: it becomes what it was at first. */
    @Override
    public void delete(RecursionConfig there, Desired desired) {
        try {
            Retry.until(
                    () -> lambda.putFunctionRecursionConfig(
                            r -> r.functionName(there.functionName()).recursiveLoop(RecursiveLoop.TERMINATE)),
                    Retry::isBusy);
        } catch (ResourceNotFoundException e) {
            // Gone with the function.
        }
        parts.unmark(there.id());
    }
}
