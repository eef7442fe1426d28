package com.example;

import io.lambdamaven.annotation.HttpTrigger;

/** There is no way to make one. */
public class Unmakeable {
    public Unmakeable(String needed) {}

    @HttpTrigger(path = "/j")
    public void noConstructor() {}
}
