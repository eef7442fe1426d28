package io.lambdamaven.plugin.stage;

import java.util.List;

/** The services that a deploy may talk to, as AWS's SDK for Java calls its modules; a test compares them with its clients. */
public final class ServiceNames {
    /** Sorted. */
    public static final List<String> ALL = List.of(
            "apigateway",
            "apigatewayv2",
            "appsync",
            "bedrockagent",
            "cloudwatch",
            "cloudwatchlogs",
            "codecommit",
            "cognitoidentityprovider",
            "cognitosync",
            "config",
            "connect",
            "dynamodb",
            "elasticloadbalancingv2",
            "eventbridge",
            "firehose",
            "iam",
            "iot",
            "kinesis",
            "kms",
            "lambda",
            "lexmodelsv2",
            "s3",
            "s3control",
            "scheduler",
            "secretsmanager",
            "ses",
            "sns",
            "sqs",
            "ssm",
            "sts",
            "transfer");

    private ServiceNames() {}
}
