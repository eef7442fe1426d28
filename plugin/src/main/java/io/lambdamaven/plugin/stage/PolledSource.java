package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.MappedSource;
import io.lambdamaven.plugin.plan.resource.Reading;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the wirings of all streams and brokers share: one mapping for each source, and what the role may. */
final class PolledSource {
    /** EC2 offers no resource for these; Lambda reaches into the source's network with them. */
    private static final List<String> NETWORK = List.of(
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs");

    private final Map<String, Route> readers = new TreeMap<>();

    /** Adds the mapping, unless another method reads the same source. */
    void map(
            Route route,
            Trigger.Service trigger,
            Wires wires,
            MappedSource source,
            boolean reportsFailures,
            Reading reading) {
        Route other = readers.putIfAbsent(source.toString(), route);
        if (other != null) {
            wires.fault(
                    Problem.LM272,
                    Wires.place(route, trigger.kind()),
                    other.method().shortName() + " already reads " + source + ".",
                    "Let one method read it; Lambda keeps one mapping for a function and a source.");
            return;
        }
        wires.add(new EventSourceMapping(
                wires.functionName(),
                Wires.alias(trigger),
                source,
                trigger.number("batchSize"),
                trigger.number("batchingWindow"),
                null,
                reportsFailures,
                trigger.flag("enabled"),
                reading,
                wires.tags()));
    }

    /** Lambda ignores what the function answers unless the mapping says otherwise. */
    static boolean reportsFailures(Route route) {
        return route.granularity() == Granularity.EACH
                || !route.method().descriptor().endsWith(")V");
    }

    /** Lets Lambda make network interfaces where the source is. */
    static void allowNetwork(Wires wires) {
        wires.allow(NETWORK, List.of("*"));
    }

    static void allowSecret(Wires wires, String secret) {
        wires.allow(List.of("secretsmanager:GetSecretValue"), List.of(secret));
    }

    /** The ARN of what gets the records that were given up, and the right to write there; null for none. */
    static @Nullable String onFailure(Route route, Trigger.Service trigger, Wires wires) {
        String arn = wires.text(route, trigger, "onFailure");
        if (arn == null || arn.isEmpty()) {
            return null;
        }
        if (arn.contains(":sqs:")) {
            wires.allow(List.of("sqs:SendMessage"), List.of(arn));
        } else if (arn.contains(":sns:")) {
            wires.allow(List.of("sns:Publish"), List.of(arn));
        } else if (arn.contains(":s3:::")) {
            wires.allow(List.of("s3:PutObject"), List.of(arn + "/*"));
            wires.allow(List.of("s3:ListBucket"), List.of(arn));
        } else {
            wires.fault(
                    Problem.LM270,
                    Wires.place(route, trigger, "onFailure"),
                    "'" + arn + "' is not the ARN of an SQS queue, an SNS topic or an S3 bucket.",
                    Wires.correct("onFailure", trigger.text("onFailure")));
        }
        return arn;
    }

    /**
     * The ARN of what has no ARN that can be told from its name; null if that is missing, which is reported.
     *
     * @param service the service's part of the ARN
     */
    static @Nullable String arn(Route route, Trigger.Service trigger, String attribute, String service, Wires wires) {
        String text = wires.runtimeText(route, trigger, attribute);
        if (text == null || (text.startsWith("arn:") && text.split(":", 4)[2].equals(service))) {
            return text;
        }
        if (!wires.onAws()) {
            return null;
        }
        wires.fault(
                Problem.LM270,
                Wires.place(route, trigger, attribute),
                "'" + text + "' is a name, and its ARN cannot be told from it.",
                "Write the whole ARN there, or a placeholder such as ${" + trigger.kind() + "." + attribute
                        + "} with the ARN in <placeholders>.");
        return null;
    }

    /** The ARN of the secret to get in with; null where it is missing although it has to be there. */
    static @Nullable String neededSecret(Route route, Trigger.Service trigger, Wires wires) {
        String secret = wires.text(route, trigger, "secret");
        if (secret == null || !secret.isEmpty()) {
            return secret;
        }
        if (!wires.onAws()) {
            return null;
        }
        wires.fault(
                Problem.LM271,
                Wires.place(route, trigger, "secret"),
                "Lambda signs in there with a user's name and password, and nothing says where they are.",
                "Put them into Secrets Manager as {\"username\": ..., \"password\": ...} and name its ARN in the"
                        + " annotation's attribute secret.");
        return null;
    }
}
