package com.example;

import io.lambdamaven.annotation.Command;
import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.PathParam;
import io.lambdamaven.annotation.S3Trigger;
import io.lambdamaven.annotation.ScheduleTrigger;
import io.lambdamaven.annotation.SqsTrigger;
import io.lambdamaven.api.S3Object;

public class Jobs {
    @HttpTrigger(path = "/jobs/{id}")
    public String job(@PathParam String id) {
        return "job " + id;
    }

    @HttpTrigger(method = "DELETE", path = "/jobs/{id}")
    public void cancel(@PathParam String id) {}

    @S3Trigger(bucket = "${bucket}", prefix = "in/")
    public void arrived(S3Object file) {}

    @SqsTrigger(queue = "${queue}", batchSize = 5)
    public void work(String body) {}

    @ScheduleTrigger("rate(10 minutes)")
    public void tick() {}

    @Command("list")
    public String list() {
        return "version 1";
    }
}
