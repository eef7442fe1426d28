package com.example.orders;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.annotation.Command;
import io.lambdamaven.annotation.S3Trigger;
import io.lambdamaven.annotation.ScheduleTrigger;
import io.lambdamaven.annotation.SqsTrigger;
import io.lambdamaven.api.S3Object;

/** Everything that happens to orders without a customer asking. */
public class OrderEvents {

    /** A file of orders has arrived in the bucket. */
    @S3Trigger(bucket = "${orders.bucket}", prefix = "incoming/", suffix = ".csv")
    public void fileArrived(S3Object file, Context context) {
        int files = OrderBook.SHARED.noteImport();
        context.getLogger().log("import " + files + ": " + file.key() + ", " + file.size() + " bytes\n");
    }

    /** One message of the queue. Where it throws, this message alone goes back to the queue. */
    @SqsTrigger(queue = "${orders.queue}")
    public void statusChanged(StatusChange change, Context context) {
        Order order = OrderBook.SHARED.change(change.orderId(), change.status());
        context.getLogger().log("order " + order.id() + " is " + order.status() + "\n");
    }

    /** Closes what has been shipped. */
    @ScheduleTrigger("rate(1 hour)")
    public void closeShipped(Context context) {
        for (Order order : OrderBook.SHARED.all()) {
            if (order.status() == Order.Status.SHIPPED) {
                OrderBook.SHARED.change(order.id(), Order.Status.CLOSED);
                context.getLogger().log("order " + order.id() + " closed\n");
            }
        }
    }

    /** For operators: {@code mvn lambda:invoke -Dlambda.command=report}. */
    @Command("report")
    public Report report() {
        int open = 0;
        for (Order order : OrderBook.SHARED.all()) {
            if (order.status() != Order.Status.CLOSED) {
                open++;
            }
        }
        return new Report(OrderBook.SHARED.all().size(), open, OrderBook.SHARED.importedFiles());
    }
}
