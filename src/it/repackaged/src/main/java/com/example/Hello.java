package com.example;

import io.lambdamaven.annotation.InvokeTrigger;

/** Runs on Lambda, and from the command line in Spring Boot's own kind of jar. */
public class Hello {
    public static void main(String[] arguments) {
        System.out.println(new Hello().hello());
    }

    @InvokeTrigger
    public String hello() {
        return "hello";
    }
}
