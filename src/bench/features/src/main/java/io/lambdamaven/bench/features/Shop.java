package io.lambdamaven.bench.features;

import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.Idempotent;
import io.lambdamaven.annotation.Task;
import io.lambdamaven.annotation.TaskTransport;
import io.lambdamaven.api.Tasks;

/** Methods that hand over a task, by Lambda and by SQS, and one that is called once for a key. */
public class Shop {
    @HttpTrigger(method = "POST", path = "/orders")
    public String place(String order) {
        Tasks.run(this::deliver, order);
        return "done";
    }

    @Task
    public void deliver(String order) {}

    @HttpTrigger(method = "POST", path = "/labels")
    public String label(String order) {
        Tasks.run(this::print, order);
        return "done";
    }

    @Task(transport = TaskTransport.SQS)
    public void print(String order) {}

    @HttpTrigger(method = "POST", path = "/payments")
    @Idempotent(key = "header:x-amzn-trace-id")
    public String pay(String order) {
        return "done";
    }
}
