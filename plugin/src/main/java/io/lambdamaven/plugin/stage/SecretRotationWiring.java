package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.SecretRotation;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A secret: the alias rotates it, whichever of our methods do the steps. */
final class SecretRotationWiring implements ServiceWiring {
    /** https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html */
    private static final List<String> ROTATING = List.of(
            "secretsmanager:DescribeSecret",
            "secretsmanager:GetSecretValue",
            "secretsmanager:PutSecretValue",
            "secretsmanager:UpdateSecretVersionStage");

    /** What AWS puts behind a secret's name in its ARN: a hyphen and six characters. */
    private static final String SUFFIX = "-??????";

    private final Map<String, Trigger.Service> rotated = new TreeMap<>();

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        String secret = wires.runtimeText(route, trigger, "secret");
        if (secret == null || secret.isEmpty()) {
            return;
        }
        Trigger.Service other = rotated.putIfAbsent(name(secret), trigger);
        if (other != null) {
            check(route, trigger, other, wires);
            return;
        }
        String arn =
                secret.startsWith("arn:") ? secret : wires.arns().of("secretsmanager", "secret:" + secret + SUFFIX);
        wires.allow(ROTATING, List.of(arn));
        ResourceId permission = wires.permit(
                DerivedNames.LIVE,
                DerivedNames.statementFor("secret-rotation", secret),
                "secretsmanager.amazonaws.com",
                arn);
        wires.add(new SecretRotation(
                secret,
                wires.functionName(),
                DerivedNames.LIVE,
                schedule(trigger),
                trigger.text("duration"),
                wires.functionName() + ":" + DerivedNames.LIVE,
                trigger.flag("rotateImmediately"),
                permission));
    }

    private static String schedule(Trigger.Service trigger) {
        String written = trigger.text("schedule");
        int days = trigger.number("days");
        return written.isEmpty() ? "rate(" + days + (days == 1 ? " day)" : " days)") : written;
    }

    /** The name in an ARN, whatever stands behind it. */
    private static String name(String secret) {
        return secret.startsWith("arn:") ? Arns.name(secret).replaceFirst("-[A-Za-z0-9]{6}$", "") : secret;
    }

    private static void check(Route route, Trigger.Service trigger, Trigger.Service other, Wires wires) {
        boolean same = schedule(trigger).equals(schedule(other))
                && trigger.text("duration").equals(other.text("duration"))
                && trigger.flag("rotateImmediately") == other.flag("rotateImmediately");
        if (!same) {
            wires.fault(
                    Problem.LM245,
                    Wires.place(route, trigger, "secret"),
                    "Another method asks for another rotation of " + trigger.text("secret") + ".",
                    "Write the same days, schedule, duration and rotateImmediately in each @SecretRotationTrigger of"
                            + " the secret.");
        }
    }
}
