package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.Environment;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
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
    private final Known known;

    FunctionResource(LambdaClient lambda, Arns arns, Waits waits, CodeUpload upload, Known known) {
        this.known = known;
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
        Map<String, String> tags = new TreeMap<>(wanted.tags());
        tags.putAll(Ownership.of(wanted));
        CreateFunctionRequest.Builder request = CreateFunctionRequest.builder()
                .functionName(wanted.name())
                .description(wanted.description())
                .runtime(wanted.runtime())
                .architecturesWithStrings(architectures(wanted))
                .handler(wanted.handler())
                .role(role(wanted))
                .memorySize(wanted.memory())
                .timeout(wanted.timeout())
                .environment(environment(wanted, Map.of()))
                .loggingConfig(logging(wanted))
                .code(c -> c.zipFile(code.bytes()).s3Bucket(code.bucket()).s3Key(code.key()))
                .tags(tags);
        OptionsOnWire.create(request, wanted.options());
        Retry.until(() -> create(request.build(), desired), Retry::roleIsNew);
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
        boolean configuration = changes.stream()
                .anyMatch(change -> !change.name().equals(LambdaFunction.CODE)
                        && !change.name().startsWith("tags."));
        FunctionTags tags = new FunctionTags(
                lambda, arns.function(wanted.name()), there, wanted, known.ownership.get(wanted.name()));
        tags.before();
        if (configuration) {
            configure(there, wanted, waits.idle(wanted.name()));
        }
        if (code) {
            // While another update runs Lambda refuses this one, which is waited for as well.
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
        tags.after();
    }

    private void configure(LambdaFunction there, LambdaFunction wanted, GetFunctionConfigurationResponse now) {
        Map<String, String> foreign = Map.of();
        if (now.environment() != null) {
            if (now.environment().error() != null) {
                throw unreadable(wanted.name(), now.environment().error().message());
            }
            foreign = Ownership.foreign(now.environment().variables(), there.environment(), wanted.environment());
        }
        UpdateFunctionConfigurationRequest request = configuration(there, wanted, foreign);
        Retry.until(() -> lambda.updateFunctionConfiguration(request), e -> Retry.roleIsNew(e) || Retry.isBusy(e));
        waits.updated(wanted.name());
    }

    /** To write it would be to remove what others have put there. */
    private static UserFault unreadable(String function, String message) {
        return new UserFault(
                Problem.LM330,
                Place.of("function " + function),
                "Its environment cannot be read: " + message,
                "Allow kms:Decrypt with the key of <kmsKey> or -Dlambda.kmsKey to this principal, or use another one"
                        + " with -Dlambda.profile or AWS_PROFILE.");
    }

    private UpdateFunctionConfigurationRequest configuration(
            LambdaFunction there, LambdaFunction wanted, Map<String, String> foreign) {
        UpdateFunctionConfigurationRequest.Builder request = UpdateFunctionConfigurationRequest.builder()
                .functionName(wanted.name())
                .description(wanted.description() == null ? "" : wanted.description())
                .runtime(wanted.runtime())
                .handler(wanted.handler())
                .role(role(wanted))
                .memorySize(wanted.memory())
                .timeout(wanted.timeout())
                .environment(environment(wanted, foreign))
                .loggingConfig(logging(wanted));
        OptionsOnWire.update(request, there.options(), wanted.options());
        return request.build();
    }

    private static List<String> architectures(LambdaFunction wanted) {
        return wanted.architecture() == null ? List.of() : List.of(wanted.architecture());
    }

    private String role(LambdaFunction wanted) {
        return arns.role(wanted.role() == null ? "" : wanted.role());
    }

    private Environment environment(LambdaFunction wanted, Map<String, String> foreign) {
        Map<String, String> all = new TreeMap<>(foreign);
        if (wanted.environment() != null) {
            all.putAll(ApiIds.fill(wanted.environment(), known));
        }
        return Environment.builder().variables(all).build();
    }

    private static LoggingConfig logging(LambdaFunction wanted) {
        return OptionsOnWire.logging(wanted.logGroup(), wanted.options().logging());
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
