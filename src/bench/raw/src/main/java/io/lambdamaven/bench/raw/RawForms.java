package io.lambdamaven.bench.raw;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.annotation.AlarmTrigger;
import io.lambdamaven.annotation.AlexaTrigger;
import io.lambdamaven.annotation.AppSyncTrigger;
import io.lambdamaven.annotation.AuthorizerTrigger;
import io.lambdamaven.annotation.AuthorizerType;
import io.lambdamaven.annotation.BedrockAgentTrigger;
import io.lambdamaven.annotation.CognitoEventType;
import io.lambdamaven.annotation.CognitoSyncTrigger;
import io.lambdamaven.annotation.CognitoTrigger;
import io.lambdamaven.annotation.ConnectTrigger;
import io.lambdamaven.annotation.DocumentDbTrigger;
import io.lambdamaven.annotation.DynamoDbTrigger;
import io.lambdamaven.annotation.EventBridgeTrigger;
import io.lambdamaven.annotation.FirehoseTrigger;
import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.InvokeTrigger;
import io.lambdamaven.annotation.KafkaTrigger;
import io.lambdamaven.annotation.KinesisAnalyticsTrigger;
import io.lambdamaven.annotation.KinesisTrigger;
import io.lambdamaven.annotation.LexTrigger;
import io.lambdamaven.annotation.MqEngine;
import io.lambdamaven.annotation.MqTrigger;
import io.lambdamaven.annotation.S3Trigger;
import io.lambdamaven.annotation.ScheduleTrigger;
import io.lambdamaven.annotation.SecretRotationTrigger;
import io.lambdamaven.annotation.SesTrigger;
import io.lambdamaven.annotation.SnsTrigger;
import io.lambdamaven.annotation.SqsTrigger;
import io.lambdamaven.annotation.TransferTrigger;
import io.lambdamaven.annotation.WebSocketTrigger;
import java.util.Map;

/** A method for each kind that takes the event in a raw form and does nothing with it: what is left is dispatch. */
public final class RawForms {
    /** Every HTTP event; a parameter of its request would be read besides. */
    @HttpTrigger(method = "ANY", path = "/orders/42")
    @HttpTrigger(method = "ANY", path = "/orders")
    public String http(Context context) {
        return context.getFunctionName();
    }

    /** The whole event. */
    @S3Trigger(bucket = "orders-incoming")
    public void s3(byte[] event) {}

    /** The whole batch. */
    @SqsTrigger(queue = "orders")
    public void sqs(byte[] event) {}

    /** The whole event. */
    @ScheduleTrigger("rate(1 hour)")
    public void schedule(byte[] event) {}

    /** The whole event. */
    @SnsTrigger(topic = "orders")
    public void sns(byte[] event) {}

    /** The whole batch. */
    @DynamoDbTrigger(table = "orders")
    public void dynamoDb(byte[] event) {}

    /** The whole batch. */
    @KinesisTrigger(stream = "orders")
    public void kinesis(byte[] event) {}

    /** The whole batch. */
    @KafkaTrigger(cluster = "orders", topic = "orders")
    public void kafka(byte[] event) {}

    /** The whole batch. */
    @FirehoseTrigger(stream = "orders")
    public String firehose(byte[] event) {
        return "{\"records\":[]}";
    }

    /** The whole event. */
    @EventBridgeTrigger(pattern = "{\"source\":[\"com.example.orders\"]}")
    public void eventBridge(byte[] event) {}

    /** The whole event. */
    @CognitoTrigger(CognitoEventType.PRE_SIGN_UP)
    public void cognito(byte[] event) {}

    /** The whole event. */
    @AlexaTrigger
    public String alexa(byte[] event) {
        return "{}";
    }

    /** The whole event. */
    @AlarmTrigger(alarm = "SuppressionDemo.Main")
    public void alarm(byte[] event) {}

    /** The whole event. */
    @AppSyncTrigger(type = "Query", field = "getPost")
    public String appSync(byte[] event) {
        return "x";
    }

    /** The whole event. */
    @AuthorizerTrigger({AuthorizerType.HTTP_API, AuthorizerType.REST_TOKEN, AuthorizerType.REST_REQUEST})
    public boolean authorizer(byte[] event) {
        return true;
    }

    /** The whole event. */
    @BedrockAgentTrigger(actionGroup = "ActionGroup")
    public String bedrockAgent(byte[] event) {
        return "x";
    }

    /** The whole event. */
    @CognitoSyncTrigger
    public void cognitoSync(byte[] event) {}

    /** The whole event. */
    @ConnectTrigger
    public void connect(byte[] event) {}

    /** The whole batch. */
    @DocumentDbTrigger(cluster = "canaryclusterb2a659a2-qo5tcmqkcl03", database = "test_database")
    public void documentDb(byte[] event) {}

    /** The whole batch. */
    @KinesisAnalyticsTrigger(application = "application")
    public String kinesisAnalytics(byte[] event) {
        return "{\"records\":[]}";
    }

    /** The whole event. */
    @LexTrigger
    public Map<String, Object> lex(byte[] event) {
        return Map.of();
    }

    /** The whole batch. */
    @MqTrigger(broker = "pizzaBroker", queue = "pizzaQueue", engine = MqEngine.RABBITMQ)
    public void mq(byte[] event) {}

    /** The whole event. */
    @SecretRotationTrigger
    public void secretRotation(byte[] event) {}

    /** The whole event. */
    @SesTrigger
    public void ses(byte[] event) {}

    /** The whole event. */
    @TransferTrigger
    public Map<String, Object> transfer(byte[] event) {
        return Map.of();
    }

    /** The whole event. */
    @WebSocketTrigger("$default")
    public void webSocket(byte[] event) {}

    /** The payload. */
    @InvokeTrigger
    public void direct(byte[] payload) {}
}
