package io.lambdamaven.plugin.stage;

/** What stands between the internet and the HTTP routes of a function. */
public enum HttpFront {
    API,
    REST,
    URL,
    ALB,
    NONE
}
