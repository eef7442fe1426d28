package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.apply.Port;
import io.lambdamaven.plugin.aws.Access;
import io.lambdamaven.plugin.aws.AwsFunctions;
import io.lambdamaven.plugin.aws.AwsPort;
import io.lambdamaven.plugin.aws.AwsSettings;
import io.lambdamaven.plugin.aws.KmsSigner;
import io.lambdamaven.plugin.aws.Logins;
import io.lambdamaven.plugin.aws.Reach;
import io.lambdamaven.plugin.local.LocalDaemon;
import io.lambdamaven.plugin.local.LocalInvoker;
import io.lambdamaven.plugin.local.LocalPort;
import io.lambdamaven.plugin.local.LocalSettings;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.script.ScriptSigner;
import io.lambdamaven.plugin.stage.Connection;
import io.lambdamaven.plugin.stage.FunctionSettings;
import io.lambdamaven.plugin.stage.HttpFront;
import io.lambdamaven.plugin.stage.StageSettings;
import io.lambdamaven.plugin.stage.Staged;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens what a stage is deployed through: AWS or the local Lambda. */
record Targets(
        MavenSettings maven,
        MfaConsole mfa,
        Logins logins,
        @Nullable File localDirectory,
        @Nullable Integer localPort,
        boolean pureJavaLoop,
        LogProgress progress) {
    private static final String DEFAULT_REGION = "us-east-1";

    Port port(Staged staged) {
        return switch (staged.settings().target()) {
            case AWS -> new AwsPort(aws(staged.settings()));
            case LOCAL -> new LocalPort(local(staged.settings()));
        };
    }

    FunctionClient functions(Staged staged) {
        return switch (staged.settings().target()) {
            case AWS -> new AwsFunctionClient(aws(staged.settings()), staged.functionNames());
            case LOCAL ->
                new LocalFunctionClient(
                        new LocalInvoker(local(staged.settings())), region(staged.settings()), endpoints(staged));
        };
    }

    /** A key of KMS, in the account that a stage is deployed to. */
    ScriptSigner kms(Staged staged, String key) {
        return new KmsSigner(aws(staged.settings()), key);
    }

    /** The URLs at which the stage's HTTP routes answer. */
    List<String> endpoints(Staged staged) {
        return switch (staged.settings().target()) {
            case AWS -> {
                List<String> found = new ArrayList<>();
                try (AwsFunctions functions = new AwsFunctions(aws(staged.settings()))) {
                    for (FunctionSettings each : staged.settings().functions()) {
                        found.addAll(functions.endpoints(each.functionName()));
                        if (each.http() == HttpFront.REST) {
                            found.addAll(functions.restEndpoints(each.functionName()));
                        }
                    }
                }
                yield found;
            }
            case LOCAL -> {
                Desired stage = staged.nothing();
                yield new LocalInvoker(local(staged.settings()))
                        .fronts(stage.project(), stage.stage()).stream()
                                .map(LocalInvoker.Front::url)
                                .toList();
            }
        };
    }

    /** Stops the local Lambda; false if it does not run. */
    boolean stopLocal() {
        return new LocalDaemon(new LocalSettings(directory(), DEFAULT_REGION, null, false), progress).stop();
    }

    private LocalDaemon local(StageSettings settings) {
        return new LocalDaemon(new LocalSettings(directory(), region(settings), localPort, pureJavaLoop), progress);
    }

    private static String region(StageSettings settings) {
        return settings.region() == null ? DEFAULT_REGION : settings.region();
    }

    private Path directory() {
        return localDirectory == null
                ? Path.of(System.getProperty("user.home"), ".lambda-maven", "local")
                : localDirectory.toPath().toAbsolutePath().normalize();
    }

    private AwsSettings aws(StageSettings settings) {
        Connection connection = settings.connection();
        return new AwsSettings(
                settings.region(),
                new Access(
                        connection.profile(), maven.keys(connection.serverId()), role(connection.role()), mfa, logins),
                new Reach(
                        connection.endpoint(),
                        connection.endpoints(),
                        connection.fips(),
                        connection.dualstack(),
                        maven.proxy()),
                settings.codeBucket(),
                connection.asksNewVersions(),
                connection.lockTimeout());
    }

    private static Access.@Nullable AssumedRole role(Connection.@Nullable AssumedRole role) {
        return role == null
                ? null
                : new Access.AssumedRole(
                        role.arn(), role.externalId(), role.sessionName(), role.duration(), role.mfaSerial());
    }
}
