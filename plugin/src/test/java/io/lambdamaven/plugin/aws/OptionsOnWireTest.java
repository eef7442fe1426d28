package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.resource.FunctionOptions;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Logging;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Mount;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/** The requests themselves, for what the emulator neither keeps nor tells. */
class OptionsOnWireTest {
    private static final FunctionOptions ALL = new FunctionOptions(
            1024,
            "arn:key",
            List.of("arn:layer:1"),
            new Network(List.of("subnet-a"), List.of("sg-1"), true),
            new Mount("arn:point", "/mnt/f"),
            "Active",
            new Logging("JSON", "WARN", "INFO"),
            "arn:queue",
            "PublishedVersions");

    @Test
    void usualOptionsAreNotSaid() {
        CreateFunctionRequest.Builder request = CreateFunctionRequest.builder();
        OptionsOnWire.create(request, FunctionOptions.USUAL);
        assertThat(request.build()).isEqualTo(CreateFunctionRequest.builder().build());
    }

    @Test
    void whatIsDroppedIsSetBackByName() {
        UpdateFunctionConfigurationRequest.Builder request = UpdateFunctionConfigurationRequest.builder();
        OptionsOnWire.update(request, ALL, FunctionOptions.USUAL);
        UpdateFunctionConfigurationRequest back = request.build();
        assertThat(back.ephemeralStorage().size()).isEqualTo(512);
        assertThat(back.kmsKeyArn()).isEmpty();
        assertThat(back.hasLayers()).isTrue();
        assertThat(back.vpcConfig().hasSubnetIds()).isTrue();
        assertThat(back.vpcConfig().subnetIds()).isEmpty();
        assertThat(back.hasFileSystemConfigs()).isTrue();
        assertThat(back.fileSystemConfigs()).isEmpty();
        assertThat(back.tracingConfig().modeAsString()).isEqualTo("PassThrough");
        assertThat(back.deadLetterConfig().targetArn()).isEmpty();
        assertThat(back.snapStart().applyOnAsString()).isEqualTo("None");
    }

    @Test
    void everyOptionIsSaid() {
        UpdateFunctionConfigurationRequest.Builder request = UpdateFunctionConfigurationRequest.builder();
        OptionsOnWire.update(request, FunctionOptions.USUAL, ALL);
        UpdateFunctionConfigurationRequest said = request.build();
        assertThat(said.fileSystemConfigs().get(0).localMountPath()).isEqualTo("/mnt/f");
        assertThat(said.deadLetterConfig().targetArn()).isEqualTo("arn:queue");
        assertThat(said.snapStart().applyOnAsString()).isEqualTo("PublishedVersions");
        assertThat(said.kmsKeyArn()).isEqualTo("arn:key");
        assertThat(OptionsOnWire.logging("g", ALL.logging()).applicationLogLevelAsString())
                .isEqualTo("WARN");
    }
}
