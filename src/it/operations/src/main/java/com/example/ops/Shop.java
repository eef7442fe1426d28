package com.example.ops;

import io.lambdamaven.annotation.Argument;
import io.lambdamaven.annotation.Command;
import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.Idempotent;
import io.lambdamaven.annotation.PathParam;
import io.lambdamaven.annotation.Setting;
import io.lambdamaven.annotation.Task;
import io.lambdamaven.annotation.TaskTransport;
import io.lambdamaven.api.Settings;
import io.lambdamaven.api.TaskHandle;
import io.lambdamaven.api.TaskStatus;
import io.lambdamaven.api.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
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

    @HttpTrigger(method = "POST", path = "/wrappings")
    public String wrap(String item) {
        return Tasks.run(this::wrapped, item).id();
    }

    @Task(captureResult = true)
    public Parcel wrapped(String item) {
        if (item.equals("glass")) {
            throw new IllegalArgumentException("glass broke");
        }
        return new Parcel(item, 2);
    }

    public record Parcel(String item, int layers) {}

    @HttpTrigger(path = "/wrappings/{id}")
    public String wrapping(@PathParam("id") String id) {
        TaskHandle handle = new TaskHandle(id);
        TaskStatus status = Tasks.status(handle);
        return switch (status.state()) {
            case DONE -> "DONE " + Tasks.result(handle, Parcel.class).orElseThrow();
            case FAILED -> "FAILED " + status.error();
            default -> status.state().name();
        };
    }

    /** Takes as long as there is a file of the order's name with {@code .wait} behind it. */
    @HttpTrigger(method = "POST", path = "/orders")
    @Idempotent(key = "header:Idempotency-Key")
    public String order(String file) throws Exception {
        System.out.println("ordering " + file);
        while (Files.exists(Path.of(file + ".wait"))) {
            Files.writeString(Path.of(file + ".begun"), "");
            Thread.sleep(50);
        }
        return "order " + UUID.randomUUID();
    }

    /** For scripts. */
    public static int sales() {
        return SOLD.get();
    }
}
