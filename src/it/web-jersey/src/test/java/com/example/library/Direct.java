package com.example.library;

import jakarta.ws.rs.SeBootstrap;

/** Starts the application as a developer does. */
public class Direct {
    public static void main(String[] args) {
        SeBootstrap.start(
                        new Library(),
                        SeBootstrap.Configuration.builder()
                                .host("127.0.0.1")
                                .port(Integer.valueOf(args[0]))
                                .build())
                .toCompletableFuture()
                .join();
    }
}
