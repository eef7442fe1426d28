package io.lambdamaven.plugin.aws;

import java.time.Duration;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;

/** Repeats what AWS documents as not yet possible, such as using a role made a second ago. */
final class Retry {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private Retry() {}

    /** Runs the call until it succeeds, fails with something else, or the deadline has passed. */
    static void until(Runnable call, Predicate<AwsServiceException> passing) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        Duration pause = FIRST;
        while (true) {
            try {
                call.run();
                return;
            } catch (AwsServiceException e) {
                if (!passing.test(e) || System.nanoTime() + pause.toNanos() > end) {
                    throw e;
                }
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
        }
    }

    /** Whether a new role has not reached Lambda yet. */
    static boolean roleIsNew(AwsServiceException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return message.contains("cannot be assumed by Lambda")
                || message.contains("role does not have permissions to call");
    }

    /** Whether a new role has not reached EventBridge Scheduler yet. */
    static boolean schedulerRoleIsNew(AwsServiceException e) {
        return e.getMessage() != null && e.getMessage().contains("must allow AWS EventBridge Scheduler to assume");
    }

    /** Whether S3 does not see a new permission yet. */
    static boolean permissionIsNew(AwsServiceException e) {
        return e.getMessage() != null && e.getMessage().contains("Unable to validate");
    }

    /** Whether CloudWatch Logs does not see a new permission yet. */
    static boolean logsCannotCallYet(AwsServiceException e) {
        return e.getMessage() != null && e.getMessage().contains("Could not execute the lambda function");
    }

    /** Whether a stage does not know a route yet that was made a moment ago. */
    static boolean routeIsNew(AwsServiceException e) {
        return e.getMessage() != null && e.getMessage().contains("Unable to find Route by key");
    }

    /** Whether API Gateway is changing the same API for another call, and asks to try again later. */
    static boolean apiIsBusy(AwsServiceException e) {
        return e.getMessage() != null && e.getMessage().contains("concurrent modification");
    }

    /** Whether Secrets Manager does not see a new permission yet. */
    static boolean secretsManagerCannotCallYet(AwsServiceException e) {
        return e.getMessage() != null && e.getMessage().contains("cannot invoke the specified Lambda function");
    }

    /** Whether AWS Config does not see a new permission yet, or is busy with the rule. */
    static boolean configCannotYet(AwsServiceException e) {
        String code = e.awsErrorDetails() == null
                ? ""
                : String.valueOf(e.awsErrorDetails().errorCode());
        return code.equals("InsufficientPermissionsException") || code.equals("ResourceInUseException");
    }

    /** Whether a function is being changed just now. */
    static boolean isBusy(AwsServiceException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return e.statusCode() == 409
                && (message.contains("update is in progress")
                        || message.contains("is currently in the following state")
                        || message.contains("in use"));
    }

    static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("Interrupted while waiting for AWS", e);
        }
    }
}
