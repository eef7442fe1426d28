package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.waiters.LambdaWaiter;

/** Waits until Lambda has done what it was told, or says why it cannot. */
final class Waits {
    private final LambdaClient lambda;
    private final LambdaWaiter waiter;
    private final Duration deadline;

    Waits(LambdaClient lambda, Duration deadline) {
        this.lambda = lambda;
        this.deadline = deadline;
        this.waiter = LambdaWaiter.builder()
                .client(lambda)
                .overrideConfiguration(c -> c.maxAttempts(Integer.MAX_VALUE)
                        .waitTimeout(deadline)
                        .backoffStrategyV2(BackoffStrategy.exponentialDelayWithoutJitter(
                                Duration.ofMillis(250), Duration.ofSeconds(3))))
                .build();
    }

    void active(String function) {
        await(function, null, () -> waiter.waitUntilFunctionActiveV2(r -> r.functionName(function)));
    }

    void updated(String function) {
        await(function, null, () -> waiter.waitUntilFunctionUpdatedV2(r -> r.functionName(function)));
    }

    void published(String function, String version) {
        await(
                function,
                version,
                () -> waiter.waitUntilPublishedVersionActive(
                        r -> r.functionName(function).qualifier(version)));
    }

    /** Before an update: whatever became of the last one, it must have ended. Gives what is there then. */
    GetFunctionConfigurationResponse idle(String function) {
        GetFunctionConfigurationResponse now = lambda.getFunctionConfiguration(r -> r.functionName(function));
        boolean ended = now.state() != State.PENDING && now.lastUpdateStatus() != LastUpdateStatus.IN_PROGRESS;
        if (now.state() == State.PENDING) {
            active(function);
        }
        if (now.lastUpdateStatus() == LastUpdateStatus.IN_PROGRESS) {
            try {
                updated(function);
            } catch (UserFault e) {
                if (e.diagnostics().get(0).problem() != Problem.LM308) {
                    throw e;
                }
                // The update that is now to come may mend it.
            }
        }
        return ended ? now : lambda.getFunctionConfiguration(r -> r.functionName(function));
    }

    private void await(String function, @Nullable String version, Runnable wait) {
        try {
            wait.run();
        } catch (SdkClientException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("failure state")) {
                throw failed(function, version, e);
            }
            if (message.contains("exceeded the max")) {
                throw new UserFault(
                        Problem.LM309,
                        Place.of("function " + function),
                        "Lambda has not finished after " + deadline.toSeconds() + " seconds.",
                        "Run the goal again; it goes on from what is there.",
                        e);
            }
            throw e;
        }
    }

    private UserFault failed(String function, @Nullable String version, SdkClientException cause) {
        GetFunctionConfigurationResponse now =
                lambda.getFunctionConfiguration(r -> r.functionName(function).qualifier(version));
        boolean update = now.lastUpdateStatus() == LastUpdateStatus.FAILED;
        String code = update ? now.lastUpdateStatusReasonCodeAsString() : now.stateReasonCodeAsString();
        String reason = update ? now.lastUpdateStatusReason() : now.stateReason();
        return new UserFault(
                Problem.LM308,
                Place.of("function " + function + (version == null ? "" : ":" + version)),
                "Lambda could not bring it up: " + code + ": " + reason + ".",
                "Mend what AWS names (<role>, <runtime>, <memory> or the account's limits) and run the goal again.",
                cause);
    }

    /** Whether a numbered version is one, and not {@code $LATEST}. */
    static boolean isNumbered(FunctionConfiguration version) {
        return !"$LATEST".equals(version.version());
    }
}
