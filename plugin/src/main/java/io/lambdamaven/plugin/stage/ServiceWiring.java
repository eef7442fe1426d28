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
        all.put("codecommit", new CodeCommitWiring());
        all.put("config", new ConfigWiring());
        all.put("documentdb", new DocumentDbWiring());
        all.put("dynamodb", new DynamoDbWiring());
        all.put("eventbridge", new EventBridgeWiring());
        all.put("kafka", new KafkaWiring());
        all.put("kinesis", new KinesisWiring());
        all.put("lex", new LexWiring());
        all.put("logs", new LogsWiring());
        all.put("mq", new MqWiring());
        all.put("secret-rotation", new SecretRotationWiring());
        all.put("sns", new SnsWiring());
        all.put("sqs", new SqsWiring());
        all.put("websocket", new WebSocketWiring(gateways));
        return all;
    }
}
