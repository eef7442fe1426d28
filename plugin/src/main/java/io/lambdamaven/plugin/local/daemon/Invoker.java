package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.local.host.Result;
import io.lambdamaven.plugin.local.wire.Account;
import org.jspecify.annotations.Nullable;

/** Finds the version that is meant and lets it run. */
final class Invoker {
    private final Functions functions;
    private final Hosts hosts;
    private final String region;

    /** @param region for the ARN in messages about functions that are not there */
    Invoker(Functions functions, Hosts hosts, String region) {
        this.functions = functions;
        this.hosts = hosts;
        this.region = region;
    }

    /** What is meant, and the ARN that the function will see. */
    record Target(Published version, String arn) {}

    record Invoked(Target target, Result result) {}

    Target resolve(FunctionName name) {
        String qualified = name.qualifier() == null ? "" : ":" + name.qualifier();
        Published version = functions
                .find(name.name())
                .flatMap(function -> function.find(name.qualifier() == null ? Published.LATEST : name.qualifier()))
                .orElseThrow(() -> ServiceFault.functionNotFound(Account.functionArn(region, name.name()) + qualified));
        return new Target(version, version.arn() + qualified);
    }

    Invoked invoke(String function, @Nullable String qualifier, byte[] payload) throws InterruptedException {
        return invoke(resolve(new FunctionName(function, qualifier)), payload);
    }

    Invoked invoke(Target target, byte[] payload) throws InterruptedException {
        return new Invoked(target, hosts.invoke(target.version(), payload, target.arn()));
    }
}
