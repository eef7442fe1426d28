package com.example.orders;

import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.PathParam;
import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.HttpResponse;
import java.util.Optional;

/** The orders over HTTP. */
public class OrderApi {

    /** Places an order. */
    @HttpTrigger(method = "POST", path = "/orders")
    public HttpResponse place(NewOrder order) {
        if (order.quantity() < 1) {
            throw new HttpException(400, "quantity must be at least 1");
        }
        Order placed = OrderBook.SHARED.place(order);
        return HttpResponse.of(201).header("Location", "/orders/" + placed.id()).json(placed);
    }

    /** Shows one order; nothing found is answered with 404. */
    @HttpTrigger(method = "GET", path = "/orders/{id}")
    public Optional<Order> get(@PathParam String id) {
        return OrderBook.SHARED.find(id);
    }
}
