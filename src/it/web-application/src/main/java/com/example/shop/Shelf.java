package com.example.shop;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Service;

/** A bean of the application. */
@Service
class Shelf {
    private final AtomicInteger pieces = new AtomicInteger();

    int pieces() {
        return pieces.get();
    }

    void fill() {
        pieces.addAndGet(10);
    }
}
