package io.lambdamaven.plugin.stage;

import java.util.List;

/**
 * Actions for which AWS offers no resource to name, so that {@code *} is all one can write. The list is of those that
 * functions commonly use; see the Service Authorization Reference.
 */
final class ResourcelessActions {
    private static final List<String> PREFIXES = List.of(
            "autoscaling:Describe",
            "bedrock:ListFoundationModels",
            "ce:Get",
            "cloudwatch:GetMetricData",
            "cloudwatch:GetMetricStatistics",
            "cloudwatch:ListMetrics",
            "cloudwatch:PutMetricData",
            "comprehend:BatchDetect",
            "comprehend:Detect",
            "config:PutEvaluations",
            "dynamodb:ListTables",
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:Describe",
            "ec2:UnassignPrivateIpAddresses",
            "ecr:GetAuthorizationToken",
            "iot:DescribeEndpoint",
            "kinesis:ListStreams",
            "kms:GenerateRandom",
            "kms:ListAliases",
            "kms:ListKeys",
            "lambda:GetAccountSettings",
            "lambda:ListFunctions",
            "mediaconvert:DescribeEndpoints",
            "polly:SynthesizeSpeech",
            "pricing:",
            "rekognition:CompareFaces",
            "rekognition:Detect",
            "rekognition:RecognizeCelebrities",
            "s3:ListAllMyBuckets",
            "secretsmanager:GetRandomPassword",
            "secretsmanager:ListSecrets",
            "sns:ListTopics",
            "sqs:ListQueues",
            "ssm:DescribeParameters",
            "states:ListStateMachines",
            "sts:GetCallerIdentity",
            "tag:GetResources",
            "textract:",
            "translate:TranslateText",
            "xray:");

    private ResourcelessActions() {}

    static boolean contains(String action) {
        return PREFIXES.stream().anyMatch(action::startsWith);
    }
}
