package com.example;

import io.lambdamaven.annotation.Command;
import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.InvokeTrigger;
import io.lambdamaven.annotation.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

public class Trouble {
    @HttpTrigger(path = "/greet")
    public String greet(@QueryParam(defaultValue = "you") String name) {
        return System.getenv("GREETING") + " " + name;
    }

    @InvokeTrigger
    public Map<String, String> environment() {
        return new TreeMap<>(System.getenv());
    }

    @Command("hang")
    public void hang() throws InterruptedException {
        Thread.sleep(60_000);
    }

    @Command("exit")
    public void exit() {
        Runtime.getRuntime().halt(3);
    }

    @Command("fill")
    public int fill() {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[10_000_000]);
        }
    }
}
