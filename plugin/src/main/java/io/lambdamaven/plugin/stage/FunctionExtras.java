package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.EventInvokeConfig;
import io.lambdamaven.plugin.plan.resource.FunctionOptions;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Mount;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Network;
import io.lambdamaven.plugin.plan.resource.ProvisionedConcurrency;
import io.lambdamaven.plugin.plan.resource.RecursionConfig;
import io.lambdamaven.plugin.plan.resource.ReservedConcurrency;
import io.lambdamaven.plugin.plan.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function's extra settings at one place: its options, what hangs on it, and what its role may do for them. */
final class FunctionExtras {
    private static final List<String> ANY = List.of("*");

    /** What Lambda does unless it is told otherwise. */
    private static final int USUAL_RETRIES = 2;

    private static final int USUAL_AGE = 21_600;

    private final String functionName;
    private final ExtraSettings settings;
    private final Arns arns;

    FunctionExtras(FunctionSettings function, Arns arns) {
        this.functionName = function.functionName();
        this.settings = function.extras();
        this.arns = arns;
    }

    String logGroup() {
        return settings.logGroup() == null ? "/aws/lambda/" + functionName : settings.logGroup();
    }

    FunctionOptions options() {
        FunctionOptions set = settings.options();
        return new FunctionOptions(
                set.ephemeralStorage(),
                completed(set.kmsKey()),
                set.layers() == null
                        ? null
                        : set.layers().stream().map(arns::completed).toList(),
                set.network(),
                set.mount() == null
                        ? null
                        : new Mount(
                                arns.completed(set.mount().accessPoint()),
                                set.mount().path()),
                set.tracing(),
                set.logging(),
                completed(set.deadLetter()),
                set.snapStart());
    }

    /** @param failures where what failed goes of aliases that have no other place for it: ARNs by alias */
    List<Resource> parts(Map<String, String> failures) {
        List<Resource> parts = new ArrayList<>();
        ExtraSettings.AsynchronousCalls calls = settings.calls();
        if (calls != null) {
            parts.add(new EventInvokeConfig(
                    functionName,
                    DerivedNames.LIVE,
                    calls.retries(),
                    calls.age(),
                    completed(calls.onSuccess()),
                    calls.onFailure() == null ? failures.get(DerivedNames.LIVE) : completed(calls.onFailure())));
        }
        failures.forEach((alias, arn) -> {
            if (calls == null || !alias.equals(DerivedNames.LIVE)) {
                parts.add(new EventInvokeConfig(functionName, alias, USUAL_RETRIES, USUAL_AGE, null, arn));
            }
        });
        if (settings.reserved() != null) {
            parts.add(new ReservedConcurrency(functionName, settings.reserved()));
        }
        if (settings.provisioned() != null) {
            parts.add(new ProvisionedConcurrency(functionName, DerivedNames.LIVE, settings.provisioned()));
        }
        if (settings.recursiveLoop() != null) {
            parts.add(new RecursionConfig(functionName, settings.recursiveLoop()));
        }
        return parts;
    }

    /** Network interfaces and traces have no resource that a policy could name. */
    void allow(RolePolicy policy) {
        FunctionOptions options = options();
        Network network = options.network();
        if (network != null && !network.subnets().isEmpty()) {
            policy.allow(new Wires.Allowance(
                    List.of(
                            "ec2:AssignPrivateIpAddresses",
                            "ec2:CreateNetworkInterface",
                            "ec2:DeleteNetworkInterface",
                            "ec2:DescribeNetworkInterfaces",
                            "ec2:DescribeSubnets",
                            "ec2:UnassignPrivateIpAddresses"),
                    ANY));
        }
        if (!FunctionOptions.PASS_THROUGH.equals(options.tracing())) {
            policy.allow(new Wires.Allowance(List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"), ANY));
        }
        Mount mount = options.mount();
        if (mount != null && !mount.equals(Mount.NONE)) {
            policy.mount(mount.accessPoint());
        }
        String key = options.kmsKey();
        if (key != null && key.contains(":key/")) {
            policy.allow(new Wires.Allowance(List.of("kms:Decrypt"), List.of(key)));
        }
        send(policy, options.deadLetter());
        ExtraSettings.AsynchronousCalls calls = settings.calls();
        if (calls != null) {
            send(policy, completed(calls.onSuccess()));
            send(policy, completed(calls.onFailure()));
        }
    }

    /** Lambda delivers in the role's name. */
    private static void send(RolePolicy policy, @Nullable String arn) {
        if (arn == null || arn.isEmpty()) {
            return;
        }
        switch (arn.split(":", -1)[2]) {
            case "sqs" -> policy.allow(new Wires.Allowance(List.of("sqs:SendMessage"), List.of(arn)));
            case "sns" -> policy.allow(new Wires.Allowance(List.of("sns:Publish"), List.of(arn)));
            case "events" -> policy.allow(new Wires.Allowance(List.of("events:PutEvents"), List.of(arn)));
            case "s3" -> {
                policy.allow(new Wires.Allowance(List.of("s3:PutObject"), List.of(arn + "/*")));
                policy.allow(new Wires.Allowance(List.of("s3:ListBucket"), List.of(arn)));
            }
            default -> policy.allow(new Wires.Allowance(List.of("lambda:InvokeFunction"), List.of(arn)));
        }
    }

    private @Nullable String completed(@Nullable String arn) {
        return arn == null ? null : arns.completed(arn);
    }
}
