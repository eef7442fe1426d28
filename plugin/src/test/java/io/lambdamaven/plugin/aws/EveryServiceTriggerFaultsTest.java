package io.lambdamaven.plugin.aws;

class EveryServiceTriggerFaultsTest extends EveryTriggerFaultsTest {
    EveryServiceTriggerFaultsTest() {
        super(
                new ServiceStreet(),
                "apigateway:PutRestApi",
                "apigateway:CreateStage",
                "apigateway:CreateUsagePlanKey",
                "cognito-idp:UpdateUserPool",
                "config:PutConfigRule",
                "sqs:CreateQueue",
                "dynamodb:CreateTable");
    }
}
