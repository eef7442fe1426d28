package com.example.orders;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** All orders, kept in memory: they live as long as the execution environment. A real service would use a table. */
final class OrderBook {
    static final OrderBook SHARED = new OrderBook();

    private final Map<String, Order> orders = new ConcurrentSkipListMap<>();
    private final AtomicInteger lastId = new AtomicInteger(1000);
    private final AtomicInteger importedFiles = new AtomicInteger();

    private OrderBook() {
        place(new NewOrder("Ada", "teapot", 1));
        place(new NewOrder("Grace", "cup", 6));
    }

    Order place(NewOrder order) {
        String id = String.valueOf(lastId.incrementAndGet());
        Order placed = new Order(id, order.customer(), order.item(), order.quantity(), Order.Status.NEW);
        orders.put(id, placed);
        return placed;
    }

    Optional<Order> find(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    Order change(String id, Order.Status status) {
        Order changed = orders.computeIfPresent(id, (key, order) -> order.with(status));
        if (changed == null) {
            throw new IllegalArgumentException("there is no order " + id);
        }
        return changed;
    }

    Collection<Order> all() {
        return orders.values();
    }

    int noteImport() {
        return importedFiles.incrementAndGet();
    }

    int importedFiles() {
        return importedFiles.get();
    }
}
