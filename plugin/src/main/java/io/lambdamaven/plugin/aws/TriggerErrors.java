package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What goes wrong with what triggers name, and the attribute that names it. */
final class TriggerErrors {
    private TriggerErrors() {}

    /** Services that cannot call yet, or at all, for whatever reason they give; null for anything else. */
    static @Nullable Diagnostic notReady(AwsServiceException failure, String message, String subject) {
        String code = String.valueOf(failure.awsErrorDetails().errorCode());
        if (Retry.secretsManagerCannotCallYet(failure) || code.equals("InsufficientPermissionsException")) {
            return new Diagnostic(
                    Problem.LM353,
                    Place.of(subject),
                    "The service may not call the function yet, or not at all: " + message,
                    "Run the goal again in a minute; if it stays so, correct @SecretRotationTrigger(secret) or"
                            + " @ConfigTrigger(rule) where AWS names them, and see whether a policy of your organization"
                            + " keeps the service away.");
        }
        if (code.equals("NoAvailableConfigurationRecorderException")) {
            return new Diagnostic(
                    Problem.LM354,
                    Place.of(subject),
                    "AWS Config has no configuration recorder in this account and Region: " + message,
                    "Set one up first (aws configservice put-configuration-recorder, or AWS Config in the console), or"
                            + " remove @ConfigTrigger for this stage; -Dlambda.region names the Region.");
        }
        return null;
    }

    /** Null for what is not about a trigger. */
    static @Nullable Diagnostic diagnostic(AwsServiceException failure, String call, String message, String subject) {
        String code = String.valueOf(failure.awsErrorDetails().errorCode());
        if (code.equals("NoSuchBucket")) {
            return missing(subject, "The bucket does not exist in this account's partition.", "@S3Trigger(bucket)");
        }
        if (subject.startsWith("SNS subscription") && failure.statusCode() == 404) {
            return missing(subject, "The topic does not exist: " + message, "@SnsTrigger(topic)");
        }
        if (subject.startsWith("rotation of secret") && code.equals("ResourceNotFoundException")) {
            return missing(subject, "The secret does not exist: " + message, "@SecretRotationTrigger(secret)");
        }
        if (code.equals("RepositoryDoesNotExistException")) {
            return missing(subject, "The repository does not exist: " + message, "@CodeCommitTrigger(repository)");
        }
        if (subject.startsWith("Lex code hook") && code.equals("ResourceNotFoundException")) {
            return missing(subject, "The bot or its alias does not exist: " + message, "@LexTrigger(botAlias)");
        }
        if (subject.startsWith("log subscription") && code.equals("ResourceNotFoundException")) {
            return missing(subject, "The log group does not exist: " + message, "@LogsTrigger(logGroup)");
        }
        if (subject.startsWith("EventBridge rule") && code.equals("ResourceNotFoundException")) {
            return missing(subject, "The event bus does not exist: " + message, "@EventBridgeTrigger(bus)");
        }
        if (code.equals("RuleSetDoesNotExist")) {
            return missing(subject, "The receipt rule set does not exist: " + message, "@SesTrigger(ruleSet)");
        }
        if (code.equals("SqlParseException")) {
            return new Diagnostic(
                    Problem.LM352,
                    Place.of(subject),
                    "AWS IoT does not take the statement: " + message,
                    "Correct @IotTrigger(sql) or its <placeholders> entry.");
        }
        if (call.endsWith("CreateEventSourceMapping")
                && (code.equals("ResourceNotFoundException") || message.contains("does not exist"))) {
            return missing(subject, "What it reads does not exist: " + message, source(subject));
        }
        if (call.endsWith("PutBucketNotificationConfiguration")) {
            return new Diagnostic(
                    Problem.LM311,
                    Place.of(subject),
                    "S3 refuses the bucket's notifications: " + message,
                    "Overlapping prefixes and suffixes of one event type are not allowed, also not with somebody"
                            + " else's notification: change @S3Trigger(events, prefix, suffix).");
        }
        return null;
    }

    /** The attribute that names what a mapping reads. */
    private static String source(String mapping) {
        if (mapping.contains(":sqs:")) {
            return "@SqsTrigger(queue)";
        } else if (mapping.contains(":kinesis:")) {
            return "@KinesisTrigger(stream)";
        } else if (mapping.contains(":dynamodb:")) {
            return "@DynamoDbTrigger(table)";
        }
        return "@KafkaTrigger(cluster), @MqTrigger(broker) or @DocumentDbTrigger(cluster)";
    }

    private static Diagnostic missing(String subject, String what, String attribute) {
        return new Diagnostic(
                Problem.LM310,
                Place.of(subject),
                what,
                "Create it first, let a queue, topic, bucket, table, stream or log group be made with <createMissing> or"
                        + " -Dlambda.createMissing, or correct " + attribute
                        + ", its <placeholders> entry or -Dlambda.region.");
    }
}
