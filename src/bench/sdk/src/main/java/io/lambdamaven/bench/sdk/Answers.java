package io.lambdamaven.bench.sdk;

/** What all of them answer. */
final class Answers {
    static final String DONE =
            "{\"statusCode\":200,\"headers\":{\"content-type\":\"text/plain; charset=utf-8\"},\"body\":\"done\","
                    + "\"isBase64Encoded\":false}";

    private Answers() {}
}
