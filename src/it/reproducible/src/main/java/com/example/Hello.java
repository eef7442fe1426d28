package com.example;

import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.InvokeTrigger;

public class Hello {
    @HttpTrigger(path = "/hello")
    @InvokeTrigger
    public String hello() {
        return "hello";
    }
}
