package io.lambdamaven.plugin.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.testing.UserProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layout slim, with the real runtime and signer among the dependencies. */
class SlimTest {
    private static final Pattern OTHERS = Pattern.compile(
            "/(http-auth-(aws|spi)|http-client-spi|identity-spi|utils|annotations|checksums|checksums-spi"
                    + "|crt-core|endpoints-spi|slf4j-api|reactive-streams|aws-lambda-java-core|jackson-core)-\\d[^/]*\\.jar$|http-auth-aws-eventstream");

    @TempDir
    Path folder;

    private Packing packing;

    @BeforeEach
    void project() {
        packing = project(folder, 0);
    }

    private static Packing project(Path folder, int seed) {
        Packing packing = new Packing(folder).seed(seed);
        packing.layout = Layout.SLIM;
        packing.dependencies.clear();
        int number = 0;
        for (Path each : UserProject.libraries()) {
            String name = each.toString();
            if (name.contains("handler-runtime") && !name.contains("test-classes")) {
                packing.dependency(new Dependency("io.lambdamaven", "lambda-handler-runtime", "1", each));
            } else if (OTHERS.matcher(name).find()) {
                packing.dependency(new Dependency("org.lib", "lib-" + ++number, "1", each));
            }
        }
        packing.generated.put("META-INF/lambda/manifest.schema.json", "{}".getBytes(StandardCharsets.UTF_8));
        return packing;
    }

    private Path application() {
        return ApplicationJar.beside(packing.output);
    }

    @Test
    void theSmallJarFetchesAndTheLargeOneHasEverythingElse() throws Exception {
        PackResult result = packing.pack();

        List<String> small = Jars.names(packing.output);
        assertThat(small)
                .contains(
                        "io/lambdamaven/runtime/code/SlimHandler.class",
                        "software/amazon/awssdk/http/auth/aws/signer/AwsV4HttpSigner.class",
                        "META-INF/lambda/manifest.json",
                        "META-INF/lambda/manifest.schema.json")
                .doesNotContain("com/example/Orders.class", "com/example/LambdaHandler.class")
                .noneMatch(name -> name.startsWith("com/fasterxml/") || name.startsWith("com/amazonaws/"))
                .noneMatch(name -> name.startsWith("software/amazon/awssdk/services/"))
                .doesNotContain("io/lambdamaven/runtime/RoutedHandler.class");
        assertThat(Jars.names(application()))
                .contains(
                        "com/example/Orders.class",
                        "com/example/LambdaHandler.class",
                        "io/lambdamaven/runtime/RoutedHandler.class")
                .doesNotContain("META-INF/lambda/manifest.json", "META-INF/lambda/manifest.schema.json");
        String sha256 = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(application())));
        assertThat(result.application()).isEqualTo(new ApplicationJar(sha256, Files.size(application())));
        assertThat(Jars.text(packing.output, "META-INF/lambda/manifest.json")).contains(sha256);
        assertThat(result.size()).isLessThan(3_000_000);
    }

    @Test
    void bothJarsAreTheSameBytesWhateverTheOrderOfTheInputs(@TempDir Path other) throws IOException {
        packing.pack();
        Packing again = project(other, 7);
        again.pack();

        assertThat(again.output).hasSameBinaryContentAs(packing.output);
        assertThat(ApplicationJar.beside(again.output)).hasSameBinaryContentAs(application());
    }

    @Test
    void theApplicationIsTheSameJarInAnotherVersionOfTheProject() throws IOException {
        PackResult one = packing.pack();
        packing.version = "2.0";
        PackResult two = packing.pack();

        assertThat(two.application()).isEqualTo(one.application());
        assertThat(two.codeSha256()).isNotEqualTo(one.codeSha256());
    }

    @Test
    void nothingIsPackedAgainUnlessOneOfTheJarsIsAnotherOne() throws IOException {
        packing.pack();
        assertThat(packing.pack().reused()).isTrue();
        assertThat(packing.pack().application()).isNotNull();

        Files.write(application(), new byte[(int) Files.size(application())]);
        assertThat(packing.pack().reused()).isFalse();
        Files.delete(application());
        assertThat(packing.pack().reused()).isFalse();
        assertThat(packing.pack().reused()).isTrue();
    }

    @Test
    void codeOverLambdasLimitIsPackedSlim() {
        packing.limits = new Limits(3_000_000, packing.pack().unzippedSize());

        assertThat(packing.pack().warnings()).noneMatch(warning -> warning.problem() == Problem.LM106);
        packing.layout = Layout.JAR;
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(packing::pack)
                .withMessageContaining("LM104")
                .withMessageContaining("<layout>slim</layout> or -Dlambda.layout=slim, and <codeBucket>");
    }

    @Test
    void withoutTheSignerNothingIsPacked() {
        packing.dependencies.removeIf(each -> each.file().toString().contains("http-auth-aws-"));

        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(packing::pack)
                .withMessageContaining("LM129")
                .withMessageContaining("Add the dependency software.amazon.awssdk:http-auth-aws");
    }

    @Test
    void aRuntimeThatCannotFetchIsTold() {
        packing.dependencies.removeIf(each -> each.artifactId().equals("lambda-handler-runtime"));
        packing.dependency("runtime", Jars.RUNTIME, "runtime");

        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(packing::pack)
                .withMessageContaining("LM131")
                .withMessageContaining("Give io.lambdamaven:lambda-handler-runtime the <version> of the plugin.");
    }

    @Test
    void whatS3DoesNotTakeIsTold() {
        Sizes.checkApplication(packing.output, 5L << 30);

        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> Sizes.checkApplication(packing.output, (5L << 30) + 1))
                .withMessageContaining("LM130")
                .withMessageContaining("S3 takes 5120.0 MB in a request");
    }
}
