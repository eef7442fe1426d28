package io.lambdamaven.plugin.stage;

import java.util.List;

/**
 * Actions for which AWS offers no resource to name, so that {@code *} is all one can write. The list is of those that
 * functions commonly use; see the Service Authorization Reference.
 */
final class ResourcelessActions {
    private static final List<String> PREFIXES = List.of(
            "cloudwatch:GetMetricData",
            "cloudwatch:GetMetricStatistics",
            "cloudwatch:ListMetrics",
            "cloudwatch:PutMetricData",
            "comprehend:BatchDetect",
            "comprehend:Detect",
            "ec2:AssignPrivateIpAddresses",
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
            "ec2:UnassignPrivateIpAddresses",
            "ecr:GetAuthorizationToken",
            "kms:GenerateRandom",
            "polly:SynthesizeSpeech",
            "rekognition:Detect",
            "s3:ListAllMyBuckets",
            "secretsmanager:GetRandomPassword",
            "sts:GetCallerIdentity",
            "tag:GetResources",
            "textract:AnalyzeDocument",
            "textract:DetectDocumentText",
            "textract:GetDocumentTextDetection",
            "textract:StartDocumentTextDetection",
            "translate:TranslateText",
            "xray:");

    private ResourcelessActions() {}

    static boolean contains(String action) {
        return PREFIXES.stream().anyMatch(action::startsWith);
    }
}
