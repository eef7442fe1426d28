package io.lambdamaven.bench.raw;

import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.InvokeTrigger;
import io.lambdamaven.annotation.S3Trigger;
import io.lambdamaven.annotation.ScheduleTrigger;
import io.lambdamaven.annotation.SqsTrigger;
import io.lambdamaven.api.HttpRequest;

/** A method for each kind that takes the event in a raw form and does nothing with it: what is left is dispatch. */
public final class RawForms {
    /** Every HTTP event. */
    @HttpTrigger(method = "ANY", path = "/{path+}")
    public String http(HttpRequest request) {
        return request.method();
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

    /** The payload. */
    @InvokeTrigger
    public void direct(byte[] payload) {}
}
