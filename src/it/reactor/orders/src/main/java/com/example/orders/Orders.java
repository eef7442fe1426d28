package com.example.orders;

import com.example.Greeting;
import io.lambdamaven.annotation.InvokeTrigger;

public class Orders {
    @InvokeTrigger
    public Greeting greet() {
        return Greeting.from("orders");
    }
}
