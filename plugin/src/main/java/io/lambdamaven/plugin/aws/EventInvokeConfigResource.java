package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.EventInvokeConfig;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Retries and destinations of an alias. A put replaces all of it, so that all of it is sent. */
final class EventInvokeConfigResource implements NamedKind<EventInvokeConfig> {
    private final LambdaClient lambda;
    private final Parts parts;

    EventInvokeConfigResource(LambdaClient lambda, Parts parts) {
        this.lambda = lambda;
        this.parts = parts;
    }

    @Override
    public Class<EventInvokeConfig> type() {
        return EventInvokeConfig.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.EVENT_INVOKE_CONFIG;
    }

    @Override
    public Optional<EventInvokeConfig> observe(String name, Desired desired, boolean wanted) {
        String function = EventInvokeConfig.functionOf(name);
        String alias = EventInvokeConfig.aliasOf(name);
        try {
            GetFunctionEventInvokeConfigResponse found = lambda.getFunctionEventInvokeConfig(
                    r -> r.functionName(function).qualifier(alias));
            DestinationConfig to = found.destinationConfig();
            return Optional.of(new EventInvokeConfig(
                    function,
                    alias,
                    found.maximumRetryAttempts(),
                    found.maximumEventAgeInSeconds(),
                    to == null || to.onSuccess() == null ? null : to.onSuccess().destination(),
                    to == null || to.onFailure() == null ? null : to.onFailure().destination()));
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void create(EventInvokeConfig wanted, Desired desired) {
        parts.mark(wanted.id());
        Retry.until(
                () -> lambda.putFunctionEventInvokeConfig(r -> r.functionName(wanted.functionName())
                        .qualifier(wanted.alias())
                        .maximumRetryAttempts(wanted.maximumRetryAttempts())
                        .maximumEventAgeInSeconds(wanted.maximumEventAge())
                        .destinationConfig(destinations(wanted.onSuccess(), wanted.onFailure()))),
                e -> Retry.roleIsNew(e) || Retry.isBusy(e));
    }

    private static DestinationConfig destinations(@Nullable String success, @Nullable String failure) {
        DestinationConfig.Builder to = DestinationConfig.builder();
        if (success != null) {
            to.onSuccess(d -> d.destination(success));
        }
        if (failure != null) {
            to.onFailure(d -> d.destination(failure));
        }
        return to.build();
    }

    @Override
    public void update(
            EventInvokeConfig there, EventInvokeConfig wanted, List<AttributeChange> changes, Desired desired) {
        create(wanted, desired);
    }

    @Override
    public void delete(EventInvokeConfig there, Desired desired) {
        try {
            lambda.deleteFunctionEventInvokeConfig(
                    r -> r.functionName(there.functionName()).qualifier(there.alias()));
        } catch (ResourceNotFoundException e) {
            // Gone already.
        }
        parts.unmark(there.id());
    }
}
