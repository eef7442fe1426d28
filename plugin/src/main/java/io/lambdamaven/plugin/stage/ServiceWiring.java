package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import java.util.Map;
import java.util.TreeMap;

/** What one service needs to call a function: its resources, its permission, what the role must allow. */
interface ServiceWiring {
    void wire(Route route, Trigger.Service trigger, Wires wires);

    /** By the catalogue's word; a service that is not here is left to the user. Made anew for each function. */
    static Map<String, ServiceWiring> all(GatewaySettings gateways) {
        Map<String, ServiceWiring> all = new TreeMap<>();
        all.put("alarm", new AlarmWiring());
        all.put("alexa", new AlexaWiring());
        all.put("bedrock-agent", new CallerWiring("bedrock.amazonaws.com", "agent", "bedrock", "agent/"));
        all.put("codecommit", new CodeCommitWiring());
        all.put("codedeploy", CallbackWiring.of("codedeploy:PutLifecycleEventHookExecutionStatus"));
        all.put(
                "codepipeline",
                CallbackWiring.of("codepipeline:PutJobFailureResult", "codepipeline:PutJobSuccessResult"));
        all.put(
                "cognito-sync",
                new CallerWiring("cognito-sync.amazonaws.com", "identityPool", "cognito-identity", "identitypool/"));
        all.put("config", new ConfigWiring());
        all.put("connect", new CallerWiring("connect.amazonaws.com", "instance", "connect", "instance/"));
        all.put("cognito", new CognitoWiring());
        all.put("documentdb", new DocumentDbWiring());
        all.put("dynamodb", new DynamoDbWiring());
        all.put("eventbridge", new EventBridgeWiring());
        all.put("iot", new IotWiring());
        all.put("kafka", new KafkaWiring());
        all.put("kinesis", new KinesisWiring());
        all.put("lex", new LexWiring());
        all.put("logs", new LogsWiring());
        all.put("mq", new MqWiring());
        all.put("s3-object-lambda", CallbackWiring.objectLambda());
        all.put("secret-rotation", new SecretRotationWiring());
        all.put("ses", new SesWiring());
        all.put("sns", new SnsWiring());
        all.put("sqs", new SqsWiring());
        all.put("transfer", new CallerWiring("transfer.amazonaws.com", "server", "transfer", "server/"));
        all.put("websocket", new WebSocketWiring(gateways));
        return all;
    }
}
