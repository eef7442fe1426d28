package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.apply.Deployer;
import io.lambdamaven.plugin.plan.Desired;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The emulator gives what it is told to as the answer of the next invocation. */
class ProbeTest {
    private static Cloud cloud;

    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeAll
    static void startCloud() throws IOException, InterruptedException {
        cloud = Cloud.start();
    }

    @AfterAll
    static void stopCloud() throws IOException {
        if (cloud != null) {
            cloud.close();
        }
    }

    @BeforeEach
    void resetCloud() throws IOException, InterruptedException {
        cloud.reset();
        shop = new Shop(folder);
    }

    private void deployAsking(Desired desired) {
        AwsSettings settings = new AwsSettings("eu-west-1", null, cloud.proxy.endpoint(), null, true);
        try (AwsPort port = new AwsPort(settings, Cloud.KEYS)) {
            new Deployer(port, cloud.progress()).deploy(where -> desired, false);
        }
    }

    @Test
    void aVersionThatAnswersGetsTheTraffic() throws IOException, InterruptedException {
        cloud.moto.answerInvocations("{\"lambda-maven\":\"pong\"}");

        deployAsking(shop.desired());

        assertThat(cloud.proxy.calls())
                .filteredOn(call -> call.action().equals("Invoke"))
                .hasSize(1);
        assertThat(cloud.direct
                        .lambda
                        .listAliases(r -> r.functionName(Shop.NAME))
                        .aliases())
                .isNotEmpty();
    }

    @Test
    void aVersionThatDoesNotAnswerGetsNoTrafficUntilItDoes() throws IOException, InterruptedException {
        cloud.moto.answerInvocations("{\"errorMessage\":\"no such class\"}", "{\"errorMessage\":\"no such class\"}");

        assertThatThrownBy(() -> deployAsking(shop.desired()))
                .hasMessageContaining("LM316 function " + Shop.NAME + ": Version 1 was asked whether it starts, and"
                        + " answered {\"errorMessage\":\"no such class\"}.")
                .hasMessageContaining("-Dlambda.probe=off");
        assertThat(cloud.direct
                        .lambda
                        .listAliases(r -> r.functionName(Shop.NAME))
                        .aliases())
                .isEmpty();

        cloud.moto.answerInvocations("{\"lambda-maven\":\"pong\"}");
        deployAsking(shop.desired());
        assertThat(cloud.direct
                        .lambda
                        .listAliases(r -> r.functionName(Shop.NAME))
                        .aliases())
                .isNotEmpty();
    }

    @Test
    void anEmulatorIsNotAsked() {
        cloud.deploy(shop.desired());

        assertThat(cloud.proxy.calls()).noneMatch(call -> call.action().equals("Invoke"));
    }
}
