package com.example.ops;

import io.lambdamaven.annotation.Argument;
import io.lambdamaven.annotation.Command;
import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.Setting;
import io.lambdamaven.annotation.Task;
import io.lambdamaven.annotation.TaskTransport;
import io.lambdamaven.api.Settings;
import io.lambdamaven.api.TaskHandle;
import io.lambdamaven.api.Tasks;
import java.util.concurrent.atomic.AtomicInteger;

/** What is configured, called and handed over from outside. */
public class Shop {
    private static final AtomicInteger SOLD = new AtomicInteger();

    private final String currency;

    public Shop(@Setting("CURRENCY") String currency) {
        this.currency = currency;
    }

    @HttpTrigger(path = "/price")
    public String price(@Setting(value = "PRICE", defaultValue = "10") int price) {
        return price + " " + currency + " in " + Settings.get("CITY");
    }

    @Command(value = "reindex", description = "Builds the index again")
    public String reindex(
            @Argument(description = "Which index") String index, @Argument(defaultValue = "100") int limit) {
        return index + " up to " + limit;
    }

    @Command(value = "sell", description = "Sells later")
    public String sell(@Argument String item) {
        TaskHandle handle = Tasks.run(this::sold, item);
        Tasks.run(this::packed, item, 2);
        return "handed over as " + handle.id();
    }

    @Command(value = "sell-there", description = "Lets another function sell")
    public String sellThere(@Argument String item, @Argument String function) {
        return "handed over as " + Tasks.to(function).run(this::sold, item).id();
    }

    @Task
    public void sold(String item) {
        SOLD.incrementAndGet();
        System.out.println("sold " + item);
    }

    @Task(transport = TaskTransport.SQS, captureResult = true)
    public String packed(String item, int boxes) {
        System.out.println(item + " packed in " + boxes);
        return item;
    }

    /** For scripts. */
    public static int sales() {
        return SOLD.get();
    }
}
