package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.stage.Code;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.stage.Setting;
import io.lambdamaven.plugin.stage.Staged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignerCheckTest {
    private static final String SOURCES = "remoteConfig.sources";

    @TempDir
    Path folder;

    private void check(Staged staged, String entry) throws IOException {
        Path jar = folder.resolve("orders-lambda.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(entry));
        }
        SignerCheck.check(staged, new Deployable(staged.manifest(), new Code(jar, "c0de")));
    }

    @Test
    void aJarWithoutTheSignerIsNotDeployedWithRemoteConfiguration() {
        Staged staged = Project.orders().part(SOURCES, "ssm:/a").staged();
        assertThatThrownBy(() -> check(staged, "com/example/Orders.class"))
                .hasMessageStartingWith("LM276 <remoteConfig>: ")
                .hasMessageContaining("software.amazon.awssdk:http-auth-aws");
        // The name of another jar is no proof.
        assertThatThrownBy(() -> check(staged, "lib/http-auth-aws-eventstream-2.40.2.jar"))
                .hasMessageStartingWith("LM276");
    }

    @Test
    void theSignerIsFoundMergedAndAsAJar() {
        Staged staged = Project.orders().part(SOURCES, "ssm:/a").staged();
        assertThatCode(() -> check(staged, "software/amazon/awssdk/http/auth/aws/signer/AwsV4HttpSigner.class"))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(staged, "lib/http-auth-aws-2.40.2.jar")).doesNotThrowAnyException();
    }

    @Test
    void whoReadsNothingBySignedRequestsNeedsNone() {
        assertThatCode(() -> check(Project.orders().staged(), "a")).doesNotThrowAnyException();
        Staged local = Project.orders()
                .part(SOURCES, "file:settings.json")
                .pom(Setting.TARGET, "local")
                .staged();
        assertThatCode(() -> check(local, "a")).doesNotThrowAnyException();
    }
}
