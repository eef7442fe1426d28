package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lambdamaven.plugin.aws.Access.AssumedRole;
import io.lambdamaven.plugin.aws.Access.Keys;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.testing.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** As whom AWS is asked, as an endpoint sees it. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class CredentialsTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/deployer";
    private static final String DEVICE = "arn:aws:iam::123456789012:mfa/anna";

    private final Map<String, String> before = new HashMap<>();
    private final Logins logins = new Logins();
    private MfaCodes codes = MfaCodes.NONE;
    private Recorder sts;

    @TempDir
    private Path home;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(
                System.getenv().keySet().stream().noneMatch(AwsErrorsTest.SETTINGS::contains),
                "AWS is set up in this environment, so nothing was tested");
        set("aws.disableEc2Metadata", "true");
        set("aws.configFile", home.resolve("config").toString());
        set("aws.sharedCredentialsFile", home.resolve("credentials").toString());
        sts = Recorder.start(CredentialsTest::answer);
    }

    @AfterEach
    void stop() throws IOException {
        if (sts != null) {
            sts.close();
        }
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    private void set(String name, String value) {
        before.putIfAbsent(name, System.getProperty(name));
        System.setProperty(name, value);
    }

    private static Recorder.Answer answer(Recorder.Request request) {
        if (request.body().contains("forbidden")) {
            return new Recorder.Answer(
                    403,
                    "",
                    "<ErrorResponse><Error><Code>AccessDenied</Code><Message>User: arn:aws:iam::1:user/anna is not"
                            + " authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>");
        }
        String key = request.field("RoleArn").replaceAll(".*/", "") + "-key";
        return request.body().contains("Action=AssumeRole")
                ? new Recorder.Answer(
                        200,
                        "",
                        "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>" + key
                                + "</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>" + key
                                + "-token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>"
                                + "</AssumeRoleResult></AssumeRoleResponse>")
                : new Recorder.Answer(
                        200,
                        "",
                        "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/anna"
                                + "</Arn><Account>123456789012</Account></GetCallerIdentityResult>"
                                + "</GetCallerIdentityResponse>");
    }

    private void config(String text) throws IOException {
        Files.writeString(home.resolve("config"), text);
    }

    private String call(String profile, Keys keys, AssumedRole role, String region) {
        AwsSettings settings = new AwsSettings(
                region,
                new Access(profile, keys, role, codes, logins),
                Reach.of(sts.endpoint()),
                null,
                false,
                AwsSettings.LOCK_TIMEOUT);
        try (AwsPort port = new AwsPort(settings)) {
            return port.whereabouts().region();
        }
    }

    private static AssumedRole role(String externalId, String name, Duration duration, String serial) {
        return new AssumedRole(ROLE, externalId, name, duration, serial);
    }

    private List<String> callers() {
        return sts.requests().stream()
                .map(request -> request.field("Action") + " by "
                        + request.headers().get("authorization").replaceAll(".*Credential=([^/]+)/.*", "$1"))
                .toList();
    }

    @Test
    void keysOfAServerSignTheCalls() {
        call(null, new Keys("server-key", "secret"), null, "eu-west-1");

        assertThat(callers()).containsExactly("GetCallerIdentity by server-key");
    }

    @Test
    void aRoleIsAssumedWithEverythingItNeedsAndUsed() {
        codes = serial -> {
            assertThat(serial).isEqualTo(DEVICE);
            return "123456";
        };

        call(
                null,
                new Keys("own-key", "secret"),
                role("shop-42", "build", Duration.ofMinutes(30), DEVICE),
                "eu-west-1");

        assertThat(callers()).containsExactly("AssumeRole by own-key", "GetCallerIdentity by deployer-key");
        Recorder.Request assume = sts.requests().get(0);
        assertThat(assume.field("RoleArn")).isEqualTo(ROLE);
        assertThat(assume.field("ExternalId")).isEqualTo("shop-42");
        assertThat(assume.field("RoleSessionName")).isEqualTo("build");
        assertThat(assume.field("DurationSeconds")).isEqualTo("1800");
        assertThat(assume.field("SerialNumber")).isEqualTo(DEVICE);
        assertThat(assume.field("TokenCode")).isEqualTo("123456");
        assertThat(sts.requests().get(1).headers()).containsEntry("x-amz-security-token", "deployer-key-token");
    }

    @Test
    void whatIsNotSetOfARoleIsNotSent() {
        call(null, new Keys("own-key", "secret"), role(null, null, null, null), "eu-west-1");

        assertThat(sts.requests().get(0).body())
                .contains("RoleSessionName=lambda-maven")
                .doesNotContain("ExternalId", "DurationSeconds", "SerialNumber", "TokenCode");
    }

    @Test
    void aRoleIsAssumedOnceInARun() {
        codes = serial -> "123456";
        AssumedRole role = role(null, null, null, DEVICE);

        call(null, new Keys("own-key", "secret"), role, "eu-west-1");
        call(null, new Keys("own-key", "secret"), role, "eu-west-1");
        call(null, new Keys("other-key", "secret"), role, "eu-west-1");

        assertThat(callers())
                .containsExactly(
                        "AssumeRole by own-key",
                        "GetCallerIdentity by deployer-key",
                        "GetCallerIdentity by deployer-key",
                        "AssumeRole by other-key",
                        "GetCallerIdentity by deployer-key");
    }

    @Test
    void whereNobodyCanBeAskedForACodeTheRunEnds() {
        assertThatThrownBy(() -> call(null, new Keys("own-key", "secret"), role(null, null, null, DEVICE), "eu-west-1"))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM518 the device " + DEVICE)
                .hasMessageContaining("-Dlambda.mfaToken");
        assertThat(sts.requests()).isEmpty();
    }

    @Test
    void aRoleThatIsRefusedIsTold() {
        AssumedRole forbidden = new AssumedRole(ROLE, "forbidden", null, null, null);

        assertThatThrownBy(() -> call(null, new Keys("own-key", "secret"), forbidden, "eu-west-1"))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM365 AWS: The role cannot be assumed")
                .hasMessageContaining("<externalId> or -Dlambda.externalId");
    }

    @Test
    void rolesOfProfilesAreAssumedOneAfterTheOther() throws IOException {
        codes = serial -> "654321";
        config("""
                [profile shop]
                role_arn = arn:aws:iam::123456789012:role/shop
                source_profile = office
                external_id = shop-42
                region = eu-central-1

                [profile office]
                role_arn = arn:aws:iam::123456789012:role/office
                source_profile = anna
                mfa_serial = arn:aws:iam::123456789012:mfa/anna
                role_session_name = anna
                duration_seconds = 3600

                [profile anna]
                aws_access_key_id = anna-key
                aws_secret_access_key = secret
                """);

        assertThat(call("shop", null, null, null)).isEqualTo("eu-central-1");

        assertThat(callers())
                .containsExactly("AssumeRole by anna-key", "AssumeRole by office-key", "GetCallerIdentity by shop-key");
        assertThat(sts.requests().get(0).field("TokenCode")).isEqualTo("654321");
        assertThat(sts.requests().get(0).field("SerialNumber")).isEqualTo(DEVICE);
        assertThat(sts.requests().get(0).field("DurationSeconds")).isEqualTo("3600");
        assertThat(sts.requests().get(1).field("ExternalId")).isEqualTo("shop-42");
    }

    @Test
    void aProfileMayAssumeARoleWithItsOwnKeys() throws IOException {
        config("""
                [profile shop]
                role_arn = arn:aws:iam::123456789012:role/shop
                source_profile = shop
                aws_access_key_id = own-key
                aws_secret_access_key = secret
                """);

        call("shop", null, null, "eu-west-1");

        assertThat(callers()).containsExactly("AssumeRole by own-key", "GetCallerIdentity by shop-key");
    }

    @Test
    void theDefaultProfileMayHaveARoleTooUnlessKeysAreSet() throws IOException {
        config("""
                [default]
                role_arn = arn:aws:iam::123456789012:role/shop
                source_profile = anna

                [profile anna]
                aws_access_key_id = anna-key
                aws_secret_access_key = secret
                """);

        call(null, null, null, "eu-west-1");
        assertThat(callers()).containsExactly("AssumeRole by anna-key", "GetCallerIdentity by shop-key");

        set("aws.accessKeyId", "environment-key");
        set("aws.secretAccessKey", "secret");
        call(null, null, null, "eu-west-1");
        assertThat(callers()).hasSize(3).endsWith("GetCallerIdentity by environment-key");
    }

    @Test
    void aRoleMayBeAssumedWithAProfile() throws IOException {
        config("""
                [profile anna]
                aws_access_key_id = anna-key
                aws_secret_access_key = secret
                region = eu-central-1
                """);

        assertThat(call("anna", null, role(null, null, null, null), null)).isEqualTo("eu-central-1");

        assertThat(callers()).containsExactly("AssumeRole by anna-key", "GetCallerIdentity by deployer-key");
    }

    @Test
    void anUnknownProfileIsToldWithTheKnownOnes() throws IOException {
        config("""
                [profile shop]
                region = eu-central-1

                [profile anna]
                region = eu-central-1
                """);

        assertThatThrownBy(() -> call("ana", null, null, null))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM364 the profile ana: There is no such profile; there are anna, shop.")
                .hasMessageContaining("-Dlambda.profile");
    }

    @Test
    void aProfileWhoseSourceIsMissingOrItselfIsTold() throws IOException {
        config("""
                [profile lost]
                role_arn = arn:aws:iam::123456789012:role/shop
                source_profile = nobody

                [profile one]
                role_arn = arn:aws:iam::123456789012:role/shop
                source_profile = two

                [profile two]
                role_arn = arn:aws:iam::123456789012:role/shop
                source_profile = one

                [profile odd]
                role_arn = arn:aws:iam::123456789012:role/shop
                credential_source = Elsewhere

                [profile slow]
                role_arn = arn:aws:iam::123456789012:role/shop
                credential_source = Environment
                duration_seconds = hour

                [profile empty]
                role_arn = arn:aws:iam::123456789012:role/shop
                source_profile = empty
                """);

        assertThatThrownBy(() -> call("lost", null, null, "eu-west-1"))
                .hasMessageContaining("LM366 the profile lost: Its source_profile 'nobody' does not exist; there are");
        assertThatThrownBy(() -> call("one", null, null, "eu-west-1"))
                .hasMessageContaining("LM366 the profile one: Profiles take their credentials from each other in a"
                        + " circle: one, two.");
        assertThatThrownBy(() -> call("odd", null, null, "eu-west-1"))
                .hasMessageContaining("LM366 the profile odd: Its credential_source is none of");
        assertThatThrownBy(() -> call("slow", null, null, "eu-west-1"))
                .hasMessageContaining("LM366 the profile slow: Its duration_seconds 'hour' is not a number.");
        assertThatThrownBy(() -> call("empty", null, null, "eu-west-1"))
                .hasMessageContaining("LM366 the profile empty: It has no aws_access_key_id.");
        assertThat(sts.requests()).isEmpty();
    }
}
