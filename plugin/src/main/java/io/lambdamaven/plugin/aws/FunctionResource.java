package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.Environment;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/** Configuration and code of a function's {@code $LATEST}: one step at a time, each waited for. */
final class FunctionResource implements Kind<LambdaFunction> {
    private final LambdaClient lambda;
    private final Arns arns;
    private final Waits waits;
    private final CodeUpload upload;

    FunctionResource(LambdaClient lambda, Arns arns, Waits waits, CodeUpload upload) {
        this.lambda = lambda;
        this.arns = arns;
        this.waits = waits;
        this.upload = upload;
    }

    @Override
    public Class<LambdaFunction> type() {
        return LambdaFunction.class;
    }

    @Override
    public void create(LambdaFunction wanted, Desired desired) {
        CodeUpload.Code code = upload.upload(wanted, desired);
        CreateFunctionRequest request = CreateFunctionRequest.builder()
                .functionName(wanted.name())
                .description(wanted.description())
                .runtime(wanted.runtime())
                .architecturesWithStrings(architectures(wanted))
                .handler(wanted.handler())
                .role(role(wanted))
                .memorySize(wanted.memory())
                .timeout(wanted.timeout())
                .environment(environment(wanted))
                .loggingConfig(logging(wanted))
                .code(c -> c.zipFile(code.bytes()).s3Bucket(code.bucket()).s3Key(code.key()))
                .tags(wanted.tags())
                .build();
        Retry.until(() -> create(request, desired), Retry::roleIsNew);
        waits.active(wanted.name());
    }

    private void create(CreateFunctionRequest request, Desired desired) {
        try {
            lambda.createFunction(request);
        } catch (ResourceConflictException e) {
            // Either the answer to our own request got lost, or somebody was faster.
            Tags.mustBeOurs(
                    new ResourceId(ResourceType.FUNCTION, request.functionName()),
                    lambda.getFunction(r -> r.functionName(request.functionName()))
                            .tags(),
                    desired);
        }
    }

    @Override
    public void update(LambdaFunction there, LambdaFunction wanted, List<AttributeChange> changes, Desired desired) {
        boolean code = Kind.touches(changes, LambdaFunction.CODE);
        boolean tags = Kind.touches(changes, "tags");
        boolean configuration = changes.stream()
                .anyMatch(change -> !change.name().equals(LambdaFunction.CODE)
                        && !change.name().startsWith("tags."));
        if (configuration || code) {
            waits.idle(wanted.name());
        }
        if (configuration) {
            UpdateFunctionConfigurationRequest request = configuration(wanted);
            Retry.until(() -> lambda.updateFunctionConfiguration(request), e -> Retry.roleIsNew(e) || Retry.isBusy(e));
            waits.updated(wanted.name());
        }
        if (code) {
            CodeUpload.Code uploaded = upload.upload(wanted, desired);
            Retry.until(
                    () -> lambda.updateFunctionCode(r -> r.functionName(wanted.name())
                            .architecturesWithStrings(architectures(wanted))
                            .zipFile(uploaded.bytes())
                            .s3Bucket(uploaded.bucket())
                            .s3Key(uploaded.key())),
                    Retry::isBusy);
            waits.updated(wanted.name());
        }
        if (tags) {
            lambda.tagResource(r -> r.resource(arns.function(wanted.name())).tags(wanted.tags()));
        }
    }

    private UpdateFunctionConfigurationRequest configuration(LambdaFunction wanted) {
        return UpdateFunctionConfigurationRequest.builder()
                .functionName(wanted.name())
                .description(wanted.description() == null ? "" : wanted.description())
                .runtime(wanted.runtime())
                .handler(wanted.handler())
                .role(role(wanted))
                .memorySize(wanted.memory())
                .timeout(wanted.timeout())
                .environment(environment(wanted))
                .loggingConfig(logging(wanted))
                .build();
    }

    private static List<String> architectures(LambdaFunction wanted) {
        return wanted.architecture() == null ? List.of() : List.of(wanted.architecture());
    }

    private String role(LambdaFunction wanted) {
        return arns.role(wanted.role() == null ? "" : wanted.role());
    }

    private static Environment environment(LambdaFunction wanted) {
        return Environment.builder()
                .variables(wanted.environment() == null ? Map.of() : wanted.environment())
                .build();
    }

    private static LoggingConfig logging(LambdaFunction wanted) {
        return LoggingConfig.builder().logGroup(wanted.logGroup()).build();
    }

    /** Versions and aliases go with it. */
    @Override
    public void delete(LambdaFunction there, Desired desired) {
        try {
            lambda.deleteFunction(r -> r.functionName(there.name()));
        } catch (ResourceNotFoundException e) {
            // Gone already.
        }
    }
}
