package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.FunctionOptions;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Logging;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Mount;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Network;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeadLetterConfig;
import software.amazon.awssdk.services.lambda.model.EphemeralStorage;
import software.amazon.awssdk.services.lambda.model.FileSystemConfig;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.SnapStart;
import software.amazon.awssdk.services.lambda.model.TracingConfig;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.VpcConfig;

/** A function's options in the requests and answers of Lambda. */
final class OptionsOnWire {
    private OptionsOnWire() {}

    /** @param emulated whether an emulator answers: it leaves out what it does not know, and forgets updates of some */
    static FunctionOptions read(FunctionConfiguration found, boolean emulated) {
        return new FunctionOptions(
                emulated || found.ephemeralStorage() == null
                        ? null
                        : found.ephemeralStorage().size(),
                text(found.kmsKeyArn(), emulated),
                found.layers().stream().map(Layer::arn).toList(),
                network(found, emulated),
                mount(found, emulated),
                emulated || found.tracingConfig() == null
                        ? null
                        : found.tracingConfig().modeAsString(),
                logging(found),
                text(
                        found.deadLetterConfig() == null
                                ? null
                                : found.deadLetterConfig().targetArn(),
                        emulated),
                emulated || found.snapStart() == null ? null : found.snapStart().applyOnAsString());
    }

    /** AWS leaves out what is empty, an emulator what it does not know. */
    private static @Nullable String text(@Nullable String found, boolean emulated) {
        return found == null && !emulated ? "" : found;
    }

    private static @Nullable Network network(FunctionConfiguration found, boolean emulated) {
        if (found.vpcConfig() == null) {
            return emulated ? null : Network.NONE;
        }
        return new Network(
                found.vpcConfig().subnetIds(),
                found.vpcConfig().securityGroupIds(),
                Boolean.TRUE.equals(found.vpcConfig().ipv6AllowedForDualStack()));
    }

    private static @Nullable Mount mount(FunctionConfiguration found, boolean emulated) {
        if (found.fileSystemConfigs().isEmpty()) {
            return emulated ? null : Mount.NONE;
        }
        FileSystemConfig mounted = found.fileSystemConfigs().get(0);
        return new Mount(mounted.arn(), mounted.localMountPath());
    }

    private static @Nullable Logging logging(FunctionConfiguration found) {
        LoggingConfig config = found.loggingConfig();
        return config == null || config.logFormatAsString() == null
                ? null
                : new Logging(
                        config.logFormatAsString(),
                        config.applicationLogLevelAsString(),
                        config.systemLogLevelAsString());
    }

    /** What is as Lambda sets it is not said. */
    static void create(CreateFunctionRequest.Builder request, FunctionOptions wanted) {
        FunctionOptions said = said(FunctionOptions.USUAL, wanted);
        request.ephemeralStorage(storage(said))
                .kmsKeyArn(said.kmsKey())
                .layers(said.layers())
                .vpcConfig(vpc(said))
                .fileSystemConfigs(mounts(said))
                .tracingConfig(tracing(said))
                .deadLetterConfig(deadLetter(said))
                .snapStart(snapStart(said));
    }

    /** What is known to be as wanted is not said; what is no longer wanted is set back. */
    static void update(
            UpdateFunctionConfigurationRequest.Builder request, FunctionOptions there, FunctionOptions wanted) {
        FunctionOptions said = said(there, wanted);
        request.ephemeralStorage(storage(said))
                .kmsKeyArn(said.kmsKey())
                .layers(said.layers())
                .vpcConfig(vpc(said))
                .fileSystemConfigs(mounts(said))
                .tracingConfig(tracing(said))
                .deadLetterConfig(deadLetter(said))
                .snapStart(snapStart(said));
    }

    /** Levels are JSON's: with text they are refused. */
    static LoggingConfig logging(@Nullable String group, @Nullable Logging wanted) {
        LoggingConfig.Builder config = LoggingConfig.builder().logGroup(group);
        if (wanted != null) {
            config.logFormat(wanted.format())
                    .applicationLogLevel(wanted.applicationLevel())
                    .systemLogLevel(wanted.systemLevel());
        }
        return config.build();
    }

    private static FunctionOptions said(FunctionOptions there, FunctionOptions wanted) {
        return new FunctionOptions(
                unlike(there.ephemeralStorage(), wanted.ephemeralStorage()),
                unlike(there.kmsKey(), wanted.kmsKey()),
                unlike(there.layers(), wanted.layers()),
                unlike(there.network(), wanted.network()),
                unlike(there.mount(), wanted.mount()),
                unlike(there.tracing(), wanted.tracing()),
                null,
                unlike(there.deadLetter(), wanted.deadLetter()),
                unlike(there.snapStart(), wanted.snapStart()));
    }

    private static <T> @Nullable T unlike(@Nullable T there, @Nullable T wanted) {
        return Objects.equals(there, wanted) ? null : wanted;
    }

    private static @Nullable EphemeralStorage storage(FunctionOptions said) {
        Integer size = said.ephemeralStorage();
        return size == null ? null : EphemeralStorage.builder().size(size).build();
    }

    private static @Nullable VpcConfig vpc(FunctionOptions said) {
        Network network = said.network();
        return network == null
                ? null
                : VpcConfig.builder()
                        .subnetIds(network.subnets())
                        .securityGroupIds(network.securityGroups())
                        .ipv6AllowedForDualStack(network.ipv6())
                        .build();
    }

    private static @Nullable List<FileSystemConfig> mounts(FunctionOptions said) {
        Mount mount = said.mount();
        if (mount == null) {
            return null;
        }
        return mount.equals(Mount.NONE)
                ? List.of()
                : List.of(FileSystemConfig.builder()
                        .arn(mount.accessPoint())
                        .localMountPath(mount.path())
                        .build());
    }

    private static @Nullable TracingConfig tracing(FunctionOptions said) {
        return said.tracing() == null
                ? null
                : TracingConfig.builder().mode(said.tracing()).build();
    }

    private static @Nullable DeadLetterConfig deadLetter(FunctionOptions said) {
        return said.deadLetter() == null
                ? null
                : DeadLetterConfig.builder().targetArn(said.deadLetter()).build();
    }

    private static @Nullable SnapStart snapStart(FunctionOptions said) {
        return said.snapStart() == null
                ? null
                : SnapStart.builder().applyOn(said.snapStart()).build();
    }
}
