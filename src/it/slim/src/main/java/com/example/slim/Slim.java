package com.example.slim;

import io.lambdamaven.annotation.HttpTrigger;

/** Runs from a jar that Lambda never had. */
public final class Slim {
    @HttpTrigger(path = "/where")
    public String where() {
        return "runs from " + Slim.class.getProtectionDomain().getCodeSource().getLocation();
    }
}
