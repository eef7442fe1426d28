package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.ConfigurationTag;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The tag that says which configuration has reached the aliases. */
final class ConfigurationTagResource implements Kind<ConfigurationTag> {
    private final LambdaClient lambda;
    private final Arns arns;

    ConfigurationTagResource(LambdaClient lambda, Arns arns) {
        this.lambda = lambda;
        this.arns = arns;
    }

    @Override
    public Class<ConfigurationTag> type() {
        return ConfigurationTag.class;
    }

    @Override
    public void create(ConfigurationTag wanted, Desired desired) {
        String digest = wanted.digest() == null ? "" : wanted.digest();
        lambda.tagResource(
                r -> r.resource(arns.function(wanted.functionName())).tags(Map.of(Desired.DIGEST_TAG, digest)));
    }

    @Override
    public void update(
            ConfigurationTag there, ConfigurationTag wanted, List<AttributeChange> changes, Desired desired) {
        create(wanted, desired);
    }

    /** It goes with the function. */
    @Override
    public void delete(ConfigurationTag there, Desired desired) {}
}
