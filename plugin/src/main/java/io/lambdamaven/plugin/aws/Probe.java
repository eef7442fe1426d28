package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Asks a new version whether it answers, once, before any alias moves to it. */
final class Probe {
    /** What the handler runtime answers on a numbered version before it looks at any route. */
    private static final String QUESTION = "{\"lambda-maven\":\"ping\"}";

    private static final String ANSWER = "{\"lambda-maven\":\"pong\"}";

    private final LambdaClient lambda;
    private final boolean asks;
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    Probe(LambdaClient lambda, boolean asks) {
        this.lambda = lambda;
        this.asks = asks;
    }

    /** Two aliases of a function may come at once; the version is asked for the first of them. */
    synchronized void ask(String function, String version) {
        if (!asks || answered.contains(function + ":" + version)) {
            return;
        }
        Retry.until(() -> invoke(function, version), Retry::isBusy);
        answered.add(function + ":" + version);
    }

    private void invoke(String function, String version) {
        InvokeResponse response = lambda.invoke(
                r -> r.functionName(function).qualifier(version).payload(SdkBytes.fromUtf8String(QUESTION)));
        String answer = response.payload() == null ? "" : response.payload().asUtf8String();
        if (response.functionError() != null || !answer.equals(ANSWER)) {
            throw new UserFault(
                    Problem.LM316,
                    Place.of("function " + function),
                    "Version " + version + " was asked whether it starts, and answered " + answer
                            + ". The aliases still point at the version before.",
                    "See mvn lambda:logs, mend it and deploy again; -Dlambda.probe=off deploys without asking.");
        }
    }
}
