package com.example.shop;

import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.ScheduleTrigger;
import org.springframework.stereotype.Component;

/** Beside the application: a route that it has as well, and what no web application takes. */
@Component
public class Storekeeper {
    private final Shelf shelf;

    Storekeeper(Shelf shelf) {
        this.shelf = shelf;
    }

    @HttpTrigger(path = "/keeper")
    public String keeper() {
        return "the storekeeper counts " + shelf.pieces();
    }

    @ScheduleTrigger("rate(1 hour)")
    public void fill() {
        shelf.fill();
    }
}
