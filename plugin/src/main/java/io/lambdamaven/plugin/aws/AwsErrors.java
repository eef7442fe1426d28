package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** The one place where what the SDK throws becomes a message that names what to set. */
final class AwsErrors {
    private static final Set<String> EXPIRED = Set.of(
            "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "RequestExpired", "ExpiredTokenError");
    private static final Set<String> UNKNOWN_KEYS = Set.of(
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "AuthFailure",
            "MissingAuthenticationToken");
    private static final Set<String> DENIED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "AuthorizationError",
            "UnauthorizedOperation",
            "NotAuthorized",
            "ForbiddenException",
            "UnauthorizedException");
    private static final int CONFLICT = 409;
    private static final int MOVED = 301;
    private static final Pattern DENIED_MESSAGE =
            Pattern.compile("(?:User: )?(\\S+) is not authorized to perform: (\\S+)");
    private static final String OTHER_CREDENTIALS =
            "Name a profile with -Dlambda.profile or AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.";

    private final AwsSettings settings;

    AwsErrors(AwsSettings settings) {
        this.settings = settings;
    }

    /**
     * The fault to throw instead.
     *
     * @param subject what was being done: a resource, or what was read
     */
    RuntimeException translate(SdkException failure, String subject) {
        if (failure instanceof AbortedException) {
            // Interrupted, which is nobody's fault.
            return failure;
        }
        if (!(failure instanceof AwsServiceException) && failure.getCause() instanceof AwsServiceException answer) {
            // Waiters wrap what they did not wait for.
            return translate(answer, subject);
        }
        return new UserFault(List.of(diagnostic(failure, subject)), failure);
    }

    private Diagnostic diagnostic(SdkException failure, String subject) {
        return failure instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? answered(service, subject)
                : unanswered(failure, subject);
    }

    private Diagnostic unanswered(SdkException failure, String subject) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("region") && CallNames.of(failure) == null) {
            return new Diagnostic(
                    Problem.LM301,
                    Place.of("AWS"),
                    "No region is set.",
                    "Set -Dlambda.region, <region> or AWS_REGION, or a region in the profile of -Dlambda.profile.");
        }
        if (message.contains("SSO token") || message.contains("Token is expired")) {
            String profile = settings.profile();
            return new Diagnostic(
                    Problem.LM303,
                    Place.of("AWS"),
                    (profile == null ? "The profile" : "The profile " + profile) + " has no valid login.",
                    "Log in with aws sso login" + (profile == null ? "" : " --profile " + profile) + ", or "
                            + lower(OTHER_CREDENTIALS));
        }
        if (message.contains("credentials") || message.contains("Profile file")) {
            return new Diagnostic(
                    Problem.LM300,
                    Place.of("AWS"),
                    settings.profile() == null
                            ? "No credentials were found."
                            : "The profile " + settings.profile() + " gives no credentials.",
                    OTHER_CREDENTIALS);
        }
        if (isNetwork(failure)) {
            return new Diagnostic(
                    Problem.LM302,
                    Place.of(settings.target()),
                    "The endpoint does not answer: " + root(failure) + ".",
                    settings.emulated()
                            ? "Start the emulator, or correct -Dlambda.endpoint or <endpoint>."
                            : "Look at the network and proxy settings, and at -Dlambda.region and <region>.");
        }
        return refused(subject, message);
    }

    private Diagnostic answered(AwsServiceException failure, String subject) {
        String code = String.valueOf(failure.awsErrorDetails().errorCode());
        String message = String.valueOf(failure.awsErrorDetails().errorMessage());
        if (EXPIRED.contains(code)) {
            return new Diagnostic(
                    Problem.LM303,
                    Place.of("AWS"),
                    "The credentials have expired (" + code + ").",
                    "Log in again (aws sso login), or " + lower(OTHER_CREDENTIALS));
        }
        if (call(failure).endsWith(":AssumeRole") && DENIED.contains(code)) {
            return new Diagnostic(
                    Problem.LM365,
                    Place.of("AWS"),
                    "The role cannot be assumed: " + message,
                    "Let the role's trust policy name this principal, and compare <externalId> or -Dlambda.externalId,"
                            + " <mfaSerial> or -Dlambda.mfaSerial and the code with what it asks for; in a profile"
                            + " these are external_id and mfa_serial.");
        }
        Diagnostic ofBalancer = AlbErrors.diagnostic(code, message, subject);
        if (ofBalancer != null) {
            return ofBalancer;
        }
        if (UNKNOWN_KEYS.contains(code)) {
            return new Diagnostic(
                    Problem.LM304,
                    Place.of("AWS"),
                    "The credentials are not accepted (" + code + ").",
                    OTHER_CREDENTIALS);
        }
        Diagnostic notYet = TriggerErrors.notReady(failure, message, subject);
        if (notYet != null) {
            return notYet;
        }
        if (DENIED.contains(code) || failure.statusCode() == 403) {
            return denied(failure, message, subject);
        }
        if (failure.isThrottlingException()) {
            return new Diagnostic(
                    Problem.LM306,
                    Place.of(subject),
                    "AWS throttles " + call(failure) + ", also after several tries.",
                    "Run the goal again in a minute; it goes on from what is there.");
        }
        if (code.equals("NoSuchBucket") && isOfCode(subject)) {
            return new Diagnostic(
                    Problem.LM392,
                    Place.of("<codeBucket>"),
                    "The bucket" + named() + " does not exist.",
                    "Create it in the function's Region, let it be made with <createMissing> or -Dlambda.createMissing,"
                            + " or correct <codeBucket> or -Dlambda.codeBucket.");
        }
        if (isOfCode(subject) && (failure.statusCode() == MOVED || code.equals("AuthorizationHeaderMalformed"))) {
            return new Diagnostic(
                    Problem.LM395,
                    Place.of("<codeBucket>"),
                    "The bucket" + named() + " is in another Region than the function: " + message,
                    "Name one of the function's Region in <codeBucket> or -Dlambda.codeBucket, if need be for each of"
                            + " the <stages>.");
        }
        Diagnostic ofTrigger = TriggerErrors.diagnostic(failure, call(failure), message, subject);
        if (ofTrigger != null) {
            return ofTrigger;
        }
        if (message.contains("nsufficient permissions to enable logging")) {
            return new Diagnostic(
                    Problem.LM357,
                    Place.of(subject),
                    "API Gateway cannot write the access log: " + message,
                    "Let whoever deploys call logs:CreateLogDelivery, logs:PutResourcePolicy, logs:UpdateLogDelivery,"
                            + " logs:DeleteLogDelivery, logs:CreateLogGroup, logs:DescribeResourcePolicies,"
                            + " logs:GetLogDelivery and logs:ListLogDeliveries, or remove <httpApi><accessLog>.");
        }
        if (message.contains("CloudWatch Logs role ARN must be set")) {
            return new Diagnostic(
                    Problem.LM359,
                    Place.of(subject),
                    "API Gateway has no role in this account and Region to write logs of REST APIs with.",
                    "Let somebody set one once, with aws apigateway update-account --patch-operations"
                            + " op=replace,path=/cloudwatchRoleArn,value=ROLE (the policy"
                            + " AmazonAPIGatewayPushToCloudWatchLogs is what it needs), or remove <rest><accessLog> and"
                            + " <logLevel>.");
        }
        if (call(failure).endsWith("DeleteAuthorizer") && failure.statusCode() == CONFLICT) {
            return new Diagnostic(
                    Problem.LM358,
                    Place.of(subject),
                    "A route that is not this project's asks the authorizer: " + message,
                    "Let that route ask another one, or keep it in <httpApi><authorizers> and name it for a route.");
        }
        if (message.contains("cannot be assumed by Lambda")) {
            return new Diagnostic(
                    Problem.LM313,
                    Place.of(subject),
                    "Lambda cannot run as the function's role: " + message,
                    "Let lambda.amazonaws.com assume the role of <role> or -Dlambda.role; a role just made needs a"
                            + " minute, so run the goal again.");
        }
        return refused(subject, call(failure) + " failed with " + code + ": " + message);
    }

    /** The function's too: its jar may go through the bucket. */
    private static boolean isOfCode(String subject) {
        return subject.startsWith("code object") || subject.startsWith("function ");
    }

    private String named() {
        return settings.codeBucket() == null ? "" : " " + settings.codeBucket();
    }

    private Diagnostic denied(AwsServiceException failure, String message, String subject) {
        Matcher said = DENIED_MESSAGE.matcher(message);
        boolean named = said.find();
        String action = named ? said.group(2) : call(failure);
        String principal = named ? said.group(1) : "the caller";
        return new Diagnostic(
                Problem.LM305,
                Place.of(subject),
                principal + " may not " + action + ".",
                "Allow " + action + " to this principal, or use another one with -Dlambda.profile or AWS_PROFILE.");
    }

    private static Diagnostic refused(String subject, String message) {
        return new Diagnostic(
                Problem.LM314,
                Place.of(subject),
                message.endsWith(".") ? message : message + ".",
                "Change the setting that AWS names (annotation, pom element or -Dlambda property) and run again.");
    }

    private static String call(Throwable failure) {
        String call = CallNames.of(failure);
        return call == null ? "the request" : call;
    }

    private static boolean isNetwork(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
