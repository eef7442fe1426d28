package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.testing.Recorder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile with single sign-on, after {@code aws sso login}: in a process of its own, which has a home of its own. */
class SingleSignOnTest {

    /** What a goal does first. */
    static final class Caller {
        private Caller() {}

        public static void main(String[] args) {
            try (AwsPort port = new AwsPort(new AwsSettings(null, "office", URI.create(args[0]), null))) {
                System.out.println(port.whereabouts());
            }
        }
    }

    @Test
    void theLoginOfTheCliGivesTheCredentials(@TempDir Path home)
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        Path config = Files.createDirectories(home.resolve(".aws")).resolve("config");
        Files.writeString(config, """
                [profile office]
                sso_session = office
                sso_account_id = 123456789012
                sso_role_name = Deployer
                region = eu-central-1

                [sso-session office]
                sso_start_url = http://127.0.0.1/start
                sso_region = eu-west-1
                sso_registration_scopes = sso:account:access
                """);
        byte[] name = MessageDigest.getInstance("SHA-1").digest("office".getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                Files.createDirectories(home.resolve(".aws/sso/cache"))
                        .resolve(HexFormat.of().formatHex(name) + ".json"),
                "{\"accessToken\":\"login\",\"expiresAt\":\"2099-01-01T00:00:00Z\",\"region\":\"eu-west-1\","
                        + "\"startUrl\":\"http://127.0.0.1/start\"}");
        try (Recorder portal = Recorder.start(request -> new Recorder.Answer(
                        200,
                        "Content-Type: application/json",
                        "{\"roleCredentials\":{\"accessKeyId\":\"portal-key\",\"secretAccessKey\":\"s\","
                                + "\"sessionToken\":\"t\",\"expiration\":4070908800000}}"));
                Recorder sts = Recorder.start(request -> new Recorder.Answer(
                        200,
                        "",
                        "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::123456789012:x/y</Arn>"
                                + "<Account>123456789012</Account></GetCallerIdentityResult>"
                                + "</GetCallerIdentityResponse>"))) {
            String out = call(home, portal, sts);

            assertThat(out).contains("region=eu-central-1, account=123456789012");
            assertThat(portal.requests()).singleElement().satisfies(request -> {
                assertThat(request.line())
                        .startsWith("GET /federation/credentials")
                        .contains("role_name=Deployer", "account_id=123456789012");
                assertThat(request.headers()).containsEntry("x-amz-sso_bearer_token", "login");
            });
            assertThat(sts.requests())
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request.headers().get("authorization")).contains("Credential=portal-key/"));
        }
    }

    private static String call(Path home, Recorder portal, Recorder sts) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Caller.class.getName(),
                        sts.endpoint().toString())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("HOME", home.toString());
        environment.put("AWS_ENDPOINT_URL_SSO", portal.endpoint().toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
