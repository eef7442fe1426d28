package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Alias;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** What traffic points at; it moves to the version that this run has published or found newest. */
final class AliasResource implements Kind<Alias> {
    private final LambdaClient lambda;
    private final Known known;
    private final Probe probe;

    AliasResource(LambdaClient lambda, Known known, Probe probe) {
        this.lambda = lambda;
        this.known = known;
        this.probe = probe;
    }

    @Override
    public Class<Alias> type() {
        return Alias.class;
    }

    @Override
    public void create(Alias wanted, Desired desired) {
        String version = Known.get(known.versions, wanted.functionName());
        probe.ask(wanted.functionName(), version);
        try {
            lambda.createAlias(r ->
                    r.functionName(wanted.functionName()).name(wanted.alias()).functionVersion(version));
        } catch (LambdaException e) {
            // There already: the answer to the first try got lost.
            if (e.statusCode() != 409) {
                throw e;
            }
            move(wanted);
        }
    }

    @Override
    public void update(Alias there, Alias wanted, List<AttributeChange> changes, Desired desired) {
        move(wanted);
    }

    /** All of the traffic: weights that somebody set go. */
    private void move(Alias wanted) {
        String version = Known.get(known.versions, wanted.functionName());
        probe.ask(wanted.functionName(), version);
        lambda.updateAlias(r -> r.functionName(wanted.functionName())
                .name(wanted.alias())
                .functionVersion(version)
                .routingConfig(AliasRoutingConfiguration.builder()
                        .additionalVersionWeights(Map.of())
                        .build()));
    }

    @Override
    public void delete(Alias there, Desired desired) {
        try {
            lambda.deleteAlias(r -> r.functionName(there.functionName()).name(there.alias()));
        } catch (ResourceNotFoundException e) {
            // Gone already.
        }
    }
}
