package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Cors;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.Resource;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** The URL of an alias. */
final class FunctionUrlResource implements Kind<FunctionUrl> {
    private final LambdaClient lambda;

    FunctionUrlResource(LambdaClient lambda) {
        this.lambda = lambda;
    }

    Optional<Resource> observe(String function, String alias) {
        try {
            GetFunctionUrlConfigResponse url =
                    lambda.getFunctionUrlConfig(r -> r.functionName(function).qualifier(alias));
            return Optional.of(new FunctionUrl(function, alias, url.authTypeAsString(), CorsOnWire.of(url.cors())));
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public Class<FunctionUrl> type() {
        return FunctionUrl.class;
    }

    @Override
    public void create(FunctionUrl wanted, Desired desired) {
        try {
            lambda.createFunctionUrlConfig(r -> r.functionName(wanted.functionName())
                    .qualifier(wanted.alias())
                    .authType(wanted.authType())
                    .cors(wanted.cors().equals(Cors.NONE) ? null : CorsOnWire.forUrl(wanted.cors())));
        } catch (ResourceConflictException e) {
            lambda.updateFunctionUrlConfig(r -> r.functionName(wanted.functionName())
                    .qualifier(wanted.alias())
                    .authType(wanted.authType())
                    .cors(CorsOnWire.forUrl(wanted.cors())));
        }
    }

    @Override
    public void update(FunctionUrl there, FunctionUrl wanted, List<AttributeChange> changes, Desired desired) {
        boolean cors = Kind.touches(changes, "cors");
        lambda.updateFunctionUrlConfig(r -> r.functionName(wanted.functionName())
                .qualifier(wanted.alias())
                .authType(wanted.authType())
                .cors(cors ? CorsOnWire.forUrl(wanted.cors()) : null));
    }

    @Override
    public void delete(FunctionUrl there, Desired desired) {
        try {
            lambda.deleteFunctionUrlConfig(
                    r -> r.functionName(there.functionName()).qualifier(there.alias()));
        } catch (ResourceNotFoundException e) {
            // Gone already.
        }
    }
}
