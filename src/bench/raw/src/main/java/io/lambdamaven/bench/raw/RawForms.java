package io.lambdamaven.bench.raw;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.annotation.CognitoEventType;
import io.lambdamaven.annotation.CognitoTrigger;
import io.lambdamaven.annotation.DynamoDbTrigger;
import io.lambdamaven.annotation.EventBridgeTrigger;
import io.lambdamaven.annotation.FirehoseTrigger;
import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.InvokeTrigger;
import io.lambdamaven.annotation.KafkaTrigger;
import io.lambdamaven.annotation.KinesisTrigger;
import io.lambdamaven.annotation.S3Trigger;
import io.lambdamaven.annotation.ScheduleTrigger;
import io.lambdamaven.annotation.SnsTrigger;
import io.lambdamaven.annotation.SqsTrigger;

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

    /** The payload. */
    @InvokeTrigger
    public void direct(byte[] payload) {}
}
