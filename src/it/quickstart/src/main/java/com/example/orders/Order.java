package com.example.orders;

/** An order as the API shows it. */
public record Order(String id, String customer, String item, int quantity, Status status) {

    /** How far an order has come. */
    public enum Status {
        NEW,
        PAID,
        SHIPPED,
        CLOSED
    }

    Order with(Status next) {
        return new Order(id, customer, item, quantity, next);
    }
}
