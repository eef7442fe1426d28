package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.Connection.AssumedRole;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is set about the way to AWS. */
class ConnectionSettingsTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/deployer";

    private static Connection connection(Project project) {
        return project.staged().settings().connection();
    }

    @Test
    void nothingNeedBeSet() {
        Connection connection = connection(Project.orders());

        assertThat(connection)
                .isEqualTo(new Connection(
                        null,
                        null,
                        null,
                        null,
                        connection.endpoints(),
                        false,
                        false,
                        ProbeMode.AUTO,
                        Duration.ofMinutes(5)));
        assertThat(connection.endpoints()).isEmpty();
        assertThat(connection.asksNewVersions()).isTrue();
    }

    @Test
    void aRoleTakesAllThatBelongsToIt() {
        Connection connection = connection(Project.orders()
                .pom(Setting.ASSUME_ROLE, ROLE)
                .pom(Setting.EXTERNAL_ID, "shop-42")
                .pom(Setting.ROLE_SESSION_NAME, "build")
                .pom(Setting.ROLE_DURATION, 1800)
                .pom(Setting.MFA_SERIAL, "arn:aws:iam::123456789012:mfa/anna"));

        assertThat(connection.role())
                .isEqualTo(new AssumedRole(
                        ROLE, "shop-42", "build", Duration.ofMinutes(30), "arn:aws:iam::123456789012:mfa/anna"));
    }

    @Test
    void aStageMayBeInAnotherAccount() {
        Connection connection = connection(Project.orders()
                .pom(Setting.PROFILE, "office")
                .stage("base", null, Setting.PROFILE, "test")
                .stage("prod", "base", Setting.ASSUME_ROLE, ROLE)
                .in("prod"));

        assertThat(connection.profile()).isEqualTo("test");
        assertThat(connection.role()).isNotNull();
    }

    @Test
    void endpointsAreForAllOrForSingleServices() {
        Project project = Project.orders().pom(Setting.ENDPOINT, "http://127.0.0.1:5000");
        project.pom().endpoints(Map.of("sqs", "https://queues.example/base", "s3", ""));

        Connection connection = connection(project);

        assertThat(connection.endpoint()).isEqualTo(URI.create("http://127.0.0.1:5000"));
        assertThat(connection.endpoints()).containsExactly(Map.entry("sqs", URI.create("https://queues.example/base")));
        assertThat(connection.asksNewVersions()).isFalse();
    }

    @Test
    void newVersionsAreNotAskedWhereLambdaIsEmulatedUnlessToldSo() {
        Project emulated = Project.orders();
        emulated.pom().endpoints(Map.of("lambda", "http://127.0.0.1:5000"));
        Project queues = Project.orders();
        queues.pom().endpoints(Map.of("sqs", "http://127.0.0.1:5000"));

        assertThat(connection(emulated).asksNewVersions()).isFalse();
        assertThat(connection(queues).asksNewVersions()).isTrue();
        assertThat(connection(emulated.pom(Setting.PROBE, "ON")).asksNewVersions())
                .isTrue();
        assertThat(connection(Project.orders().pom(Setting.PROBE, "off")).asksNewVersions())
                .isFalse();
    }

    @Test
    void flagsAndTimesAreRead() {
        Connection connection = connection(Project.orders()
                .pom(Setting.FIPS, "true")
                .pom(Setting.DUALSTACK, "True")
                .pom(Setting.LOCK_TIMEOUT, 0));

        assertThat(connection.fips()).isTrue();
        assertThat(connection.dualstack()).isTrue();
        assertThat(connection.lockTimeout()).isZero();
    }

    @Test
    void whatIsMalformedIsToldAtOnce() {
        Project project = Project.orders()
                .pom(Setting.ASSUME_ROLE, "deployer")
                .pom(Setting.EXTERNAL_ID, "a b")
                .pom(Setting.ROLE_SESSION_NAME, "x")
                .pom(Setting.ROLE_DURATION, 60)
                .pom(Setting.MFA_SERIAL, "short")
                .pom(Setting.FIPS, "maybe")
                .pom(Setting.PROBE, "perhaps")
                .pom(Setting.LOCK_TIMEOUT, "soon")
                .pom(Setting.ENDPOINT, "127.0.0.1:5000");
        project.pom().endpoints(Map.of("sqs", "ftp://queues", "sqz", "http://127.0.0.1:5000"));

        assertThat(project.faults())
                .extracting(Diagnostic::render)
                .anyMatch(line -> line.startsWith("LM520 <assumeRole> in <configuration>: 'deployer' is not the ARN"))
                .anyMatch(line -> line.startsWith("LM520 <externalId> in <configuration>: 'a b' is not"))
                .anyMatch(line -> line.startsWith("LM520 <roleSessionName> in <configuration>: 'x' is not"))
                .anyMatch(line -> line.startsWith("LM202 <roleDuration> in <configuration>: '60' is not"))
                .anyMatch(line -> line.startsWith("LM520 <mfaSerial> in <configuration>: 'short' is not"))
                .anyMatch(line -> line.startsWith("LM203 <fips> in <configuration>: 'maybe' is neither"))
                .anyMatch(line -> line.startsWith("LM515 <probe> in <configuration>: 'perhaps' is none of auto"))
                .anyMatch(line -> line.startsWith("LM202 <lockTimeout> in <configuration>: 'soon' is not"))
                .anyMatch(line -> line.startsWith("LM511 <endpoint>: '127.0.0.1:5000' is not the address"))
                .anyMatch(line -> line.startsWith("LM511 <endpoints><sqs>: 'ftp://queues' is not")
                        && line.contains("-Dlambda.endpoint.sqs"))
                .anyMatch(line -> line.startsWith("LM519 <endpoints><sqz>: 'sqz' is no service")
                        && line.contains("sns, sqs, ssm"))
                .hasSize(11);
    }

    @Test
    void partsOfARoleNeedTheRole() {
        assertThat(Project.orders().pom(Setting.EXTERNAL_ID, "shop-42").fault(Problem.LM520))
                .startsWith("LM520 <externalId>: This is part of assuming a role, and none is named.")
                .contains("<assumeRole> or -Dlambda.assumeRole");
    }

    @Test
    void profileAndServerAreTwoKindsOfCredentials() {
        assertThat(Project.orders()
                        .pom(Setting.PROFILE, "office")
                        .commandLine(Setting.SERVER_ID, "aws")
                        .fault(Problem.LM521))
                .contains("'office'", "'aws'", "-Dlambda.serverId");
    }

    @Test
    void aFunctionHasNoEndpointsOfItsOwn() {
        Project project = Project.orders().function("admin");
        project.pom()
                .function(
                        "admin",
                        RawSettings.from("<configuration>")
                                .endpoints(Map.of("sqs", "http://127.0.0.1:5000"))
                                .build());

        assertThat(project.fault(Problem.LM215)).contains("<functions><admin><endpoints>");
    }

    @Test
    void endpointsAreListedWithTheirOrigin() {
        Project project = Project.orders();
        project.pom().endpoints(Map.of("sqs", "http://127.0.0.1:5000"));

        assertThat(project.effective().stageWide())
                .contains(new EffectiveSettings.Entry(
                        "endpoints.sqs", "http://127.0.0.1:5000", "<configuration>", "a text"));
    }
}
