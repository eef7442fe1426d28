package com.example.billing;

import com.example.Greeting;
import io.lambdamaven.annotation.InvokeTrigger;

public class Billing {
    @InvokeTrigger
    public Greeting greet() {
        return Greeting.from("billing");
    }
}
