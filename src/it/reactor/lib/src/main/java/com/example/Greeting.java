package com.example;

/** A module without any trigger. */
public record Greeting(String text) {
    public static Greeting from(String who) {
        return new Greeting("hello from " + who);
    }
}
