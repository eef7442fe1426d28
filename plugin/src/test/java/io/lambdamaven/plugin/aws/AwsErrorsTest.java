package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.testing.MotoServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What a user is told who has nothing set up. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class AwsErrorsTest {
    static final Set<String> SETTINGS = Set.of(
            "AWS_ACCESS_KEY_ID",
            "AWS_PROFILE",
            "AWS_REGION",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");

    private final Map<String, String> before = new HashMap<>();

    @TempDir
    private Path home;

    @BeforeEach
    void hideWhatTheMachineHas() {
        assumeTrue(
                System.getenv().keySet().stream().noneMatch(SETTINGS::contains),
                "AWS is set up in this environment, so nothing was tested");
        set("aws.disableEc2Metadata", "true");
        set("aws.configFile", home.resolve("config").toString());
        set("aws.sharedCredentialsFile", home.resolve("credentials").toString());
    }

    private void set(String name, String value) {
        before.put(name, System.getProperty(name));
        System.setProperty(name, value);
    }

    @AfterEach
    void restore() {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    void noRegionIsTold() {
        assertThatThrownBy(() -> new AwsPort(new AwsSettings(null, null, null, null)))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM301 AWS: No region is set.")
                .hasMessageContaining("-Dlambda.region");
    }

    @Test
    void noCredentialsAreTold() throws IOException {
        try (AwsPort port = new AwsPort(new AwsSettings("eu-west-1", null, nobody(), null))) {
            assertThatThrownBy(port::whereabouts)
                    .isInstanceOf(UserFault.class)
                    .hasMessageContaining("LM300 AWS: No credentials were found.")
                    .hasMessageContaining("-Dlambda.profile");
        }
    }

    @Test
    void aProfileThatDoesNotExistIsNamed() throws IOException {
        assertThatThrownBy(() -> {
                    try (AwsPort port = new AwsPort(new AwsSettings("eu-west-1", "nobody", nobody(), null))) {
                        port.whereabouts();
                    }
                })
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM364 the profile nobody: There is no such profile");
    }

    @Test
    void anEndpointThatDoesNotAnswerIsNamed() throws IOException {
        URI endpoint = nobody();
        try (AwsPort port = new AwsPort(new AwsSettings("eu-west-1", null, endpoint, null), Cloud.KEYS)) {
            assertThatThrownBy(port::whereabouts)
                    .isInstanceOf(UserFault.class)
                    .hasMessageContaining("LM302 " + endpoint + ": The endpoint does not answer")
                    .hasMessageContaining("-Dlambda.endpoint");
        }
    }

    @Test
    void aProfileWithSingleSignOnAsksForALogin(@TempDir Path folder) throws IOException {
        Path config = Files.writeString(folder.resolve("config"), """
                [profile office]
                sso_session = office
                sso_account_id = 123456789012
                sso_role_name = Deployer

                [sso-session office]
                sso_start_url = http://127.0.0.1/start
                sso_region = eu-west-1
                """);
        set("aws.configFile", config.toString());
        assertThatThrownBy(() -> callAs("office"))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM303 AWS: The profile office has no valid login.")
                .hasMessageContaining("aws sso login --profile office");
    }

    @Test
    void aNamedProfileWinsOverKeysInTheEnvironment() {
        set("aws.accessKeyId", "environment");
        set("aws.secretAccessKey", "environment");

        assertThatThrownBy(() -> callAs("nobody"))
                .hasMessageContaining("LM364 the profile nobody: There is no such profile");
    }

    private static void callAs(String profile) throws IOException {
        try (AwsPort port = new AwsPort(new AwsSettings("eu-west-1", profile, nobody(), null))) {
            port.whereabouts();
        }
    }

    private static URI nobody() throws IOException {
        return URI.create("http://127.0.0.1:" + MotoServer.freePort());
    }
}
