package io.lambdamaven.runtime.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.lambdamaven.runtime.json.JsonCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.crac.Core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SlimHandlerTest {
    private ClassLoader before;

    @TempDir
    Path folder;

    @TempDir
    Path tmp;

    @BeforeEach
    void keepLoader() {
        before = Thread.currentThread().getContextClassLoader();
    }

    @AfterEach
    void restoreLoader() {
        Thread.currentThread().setContextClassLoader(before);
    }

    private Application application(byte[] jar, Map<String, String> environment) throws NoSuchAlgorithmException {
        return new Application(environment, AppJar.expected(jar), tmp);
    }

    private Application beside(byte[] jar, String handler) throws IOException, NoSuchAlgorithmException {
        Files.write(tmp.resolve("app.jar"), jar);
        return application(
                jar,
                new TreeMap<>(Map.of(
                        "LAMBDA_TASK_ROOT",
                        tmp.toString(),
                        Source.VARIABLE,
                        "file:app.jar",
                        Application.HANDLER,
                        handler)));
    }

    private static String source(String... body) {
        return "package com.example; import com.amazonaws.services.lambda.runtime.*; import java.io.*;"
                + "public class Greeter implements RequestStreamHandler {"
                + " public void handleRequest(InputStream in, OutputStream out, Context c) throws IOException {"
                + String.join("\n", body)
                + "}}";
    }

    private byte[] jar(String... body) throws IOException {
        return AppJar.of(folder, Map.of("com.example.Greeter", source(body)), Map.of());
    }

    @Test
    void aSmallJarIsOneSignedRequestAtItsBucketAndKey() throws IOException, NoSuchAlgorithmException {
        byte[] jar = AppJar.greeter(folder, 1000);
        try (FakeBucket bucket = new FakeBucket(jar)) {
            SlimHandler handler = new SlimHandler(application(jar, bucket.environment()));

            assertThat(Answers.of(handler)).isEqualTo("hello true");
            assertThat(bucket.paths).containsExactly("/code/lambda-maven/shop/app.jar");
            assertThat(bucket.requests.get(0))
                    .containsEntry("Range", "bytes=0-" + (jar.length - 1))
                    .containsKey("Authorization");
        }
    }

    @Test
    void aLargeJarIsReadInRangesSideBySide() throws IOException, NoSuchAlgorithmException {
        byte[] jar = AppJar.greeter(folder, 40_000_000);
        try (FakeBucket bucket = new FakeBucket(jar)) {
            new SlimHandler(application(jar, bucket.environment()));

            assertThat(bucket.requests).hasSize(5);
            assertThat(bucket.requests.subList(1, 5))
                    .allSatisfy(each -> assertThat(each).containsEntry("If-Match", "\"one\""));
        }
    }

    @Test
    void everyThreadThatCallsHasTheApplicationsLoader() throws Exception {
        byte[] jar = AppJar.greeter(folder, 10);
        SlimHandler handler = new SlimHandler(beside(jar, "com.example.Greeter"));
        Thread.currentThread().setContextClassLoader(before);

        assertThat(Answers.of(handler)).isEqualTo("hello true");
    }

    @Test
    void theApplicationsLoaderIsThereWhenTheHandlerIsMade() throws Exception {
        byte[] jar = AppJar.of(
                folder,
                Map.of(
                        "com.example.Greeter",
                        source("out.write(made.getBytes());")
                                .replaceFirst(
                                        "implements RequestStreamHandler \\{",
                                        "$0 String made = String.valueOf(Thread.currentThread().getContextClassLoader()"
                                                + " == Greeter.class.getClassLoader());")),
                Map.of());

        assertThat(Answers.of(new SlimHandler(beside(jar, "com.example.Greeter"))))
                .isEqualTo("true");
    }

    @Test
    void whatAHandlersConstructorThrowsIsWhatFailsTheStart() throws Exception {
        for (String thrown : new String[] {"AssertionError", "IllegalStateException", "IOException"}) {
            byte[] jar = AppJar.of(
                    folder,
                    Map.of(
                            "com.example.Greeter",
                            source().replaceFirst(
                                            "implements RequestStreamHandler \\{",
                                            "$0 public Greeter() throws Exception { throw new " + thrown
                                                    + "(\"not today\"); }")),
                    Map.of());
            Application application = beside(jar, "com.example.Greeter");

            assertThatThrownBy(() -> new SlimHandler(application)).satisfies(failure -> {
                boolean checked = thrown.equals("IOException");
                assertThat(failure.getClass().getSimpleName()).isEqualTo(checked ? "CodeException" : thrown);
                assertThat(failure)
                        .hasMessage(
                                checked
                                        ? "the handler com.example.Greeter cannot be made: java.io.IOException: not today"
                                        : "not today");
            });
        }
    }

    @Test
    void whatLambdaLacksOfItsPackagesTheApplicationBrings() throws Exception {
        byte[] jar = AppJar.of(
                folder,
                new TreeMap<>(Map.of(
                        "com.amazonaws.services.lambda.runtime.Extra",
                        "package com.amazonaws.services.lambda.runtime; public class Extra {}",
                        "com.example.Greeter",
                        source(
                                "out.write(String.valueOf(com.amazonaws.services.lambda.runtime.Extra.class.getClassLoader()"
                                        + " == Greeter.class.getClassLoader()).getBytes());"))),
                Map.of());

        assertThat(Answers.of(new SlimHandler(beside(jar, "com.example.Greeter"))))
                .isEqualTo("true");
    }

    @Test
    void aFileBesideTheCodeIsVerifiedToo() throws IOException, NoSuchAlgorithmException {
        Application application = beside(AppJar.greeter(folder, 10), "com.example.Greeter");
        Files.write(tmp.resolve("app.jar"), jar("out.write(1);"));

        assertThatExceptionOfType(CodeException.class)
                .isThrownBy(() -> new SlimHandler(application))
                .withMessageContaining("is not what was built with this code: deploy again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/app.jar",
                "file:/etc/passwd",
                "file:../app.jar",
                "s3://code",
                "s3:///key",
                "s3://code/",
                "s3://code/../key",
                "s3://code/key?versionId=1",
                "s3://code@example.com/key",
                "s3://code:1@2/key",
                ""
            })
    void sourcesOfAnotherFormAreRefused(String text) {
        assertThatExceptionOfType(CodeException.class)
                .isThrownBy(() -> Source.of(text))
                .withMessage("the variable LAMBDA_MAVEN__APPLICATION must be of the form s3://bucket/key: deploy the"
                        + " function again");
    }

    @Test
    void aFunctionThatDoesNotSayWhereItsCodeIsDoesNotStart() {
        assertThatExceptionOfType(CodeException.class)
                .isThrownBy(() -> Source.of(null))
                .withMessageContaining("and is not set");
    }

    @Test
    void aHandlerThatIsNoneIsTold() throws IOException, NoSuchAlgorithmException {
        byte[] jar = AppJar.greeter(folder, 10);

        assertThatExceptionOfType(CodeException.class)
                .isThrownBy(() -> new SlimHandler(beside(jar, "com.example.Missing")))
                .withMessageContaining("the handler com.example.Missing cannot be made");
        assertThatExceptionOfType(CodeException.class)
                .isThrownBy(() -> new SlimHandler(beside(jar, "java.lang.String")))
                .withMessage("the handler java.lang.String is not part of the application");
        assertThatExceptionOfType(CodeException.class)
                .isThrownBy(() -> new SlimHandler(beside(jar, "")))
                .withMessageContaining("the variable LAMBDA_MAVEN__HANDLER is not set");
    }

    @Test
    void whatTheHandlersConstructorThrowsGoesOutAsItIs() throws IOException, NoSuchAlgorithmException {
        byte[] jar = AppJar.of(
                folder,
                Map.of(
                        "com.example.Greeter",
                        source("")
                                .replace(
                                        "public void",
                                        "public Greeter() { throw new IllegalStateException(\"no\"); } public void")),
                Map.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> new SlimHandler(beside(jar, "com.example.Greeter")))
                .withMessage("no");
    }

    @Test
    void theApplicationSeesNothingOfTheBootstrapButWhatLambdaShares() throws Exception {
        byte[] jar = jar("""
                String seen = "";
                for (String name : new String[] {"io.lambdamaven.runtime.code.SlimHandler",
                        "io.lambdamaven.runtime.json.JsonCursor", "java.sql.Driver",
                        "com.amazonaws.services.lambda.runtime.Context", "org.assertj.core.api.Assertions"}) {
                    try {
                        seen += Class.forName(name).getClassLoader() == Greeter.class.getClassLoader() ? "own " : "other ";
                    } catch (ClassNotFoundException e) {
                        seen += "none ";
                    }
                }
                out.write(seen.getBytes());
                """);

        // AssertJ stands for what a layer brings: it is on the class path, and not where the bootstrap is.
        assertThat(Answers.of(new SlimHandler(beside(jar, "com.example.Greeter"))))
                .isEqualTo("none none other other other ");
    }

    @Test
    void aClassThatBothHaveIsTheApplicationsOwn() throws Exception {
        byte[] jar = AppJar.of(
                folder,
                new TreeMap<>(Map.of(
                        "io.lambdamaven.runtime.json.JsonCursor",
                        "package io.lambdamaven.runtime.json; public class JsonCursor { public static String own() { return \"own\"; } }",
                        "zz.Handler",
                        source("out.write(io.lambdamaven.runtime.json.JsonCursor.own().getBytes());")
                                .replace("package com.example", "package zz")
                                .replace("class Greeter", "class Handler"))),
                Map.of());

        RequestStreamHandler handler = new SlimHandler(beside(jar, "zz.Handler"));

        assertThat(Answers.of(handler)).isEqualTo("own");
        assertThat(JsonCursor.class.getDeclaredMethods())
                .noneMatch(method -> method.getName().equals("own"));
    }

    @Test
    void hooksOfSnapStartAreRegisteredWhereLambdaCallsThem() throws Exception {
        byte[] jar = AppJar.of(
                folder,
                new TreeMap<>(Map.of(
                        "org.crac.Core",
                        "package org.crac; public class Core {}",
                        "zz.Handler",
                        source("out.write(String.valueOf(org.crac.Core.class.getClassLoader()).getBytes());")
                                .replace("package com.example", "package zz")
                                .replace("class Greeter", "class Handler"))),
                Map.of());

        RequestStreamHandler handler = new SlimHandler(beside(jar, "zz.Handler"));

        assertThat(Answers.of(handler)).isEqualTo(String.valueOf(Core.class.getClassLoader()));
    }

    @Test
    void theHandlerIsMadeWithTheEnvironmentAndSoBeforeASnapshot() throws Exception {
        byte[] jar = AppJar.greeter(folder, 10);
        System.clearProperty("greeter.ran");

        SlimHandler made = new SlimHandler(beside(jar, "com.example.Greeter"));

        assertThat(System.getProperty("greeter.ran")).isEqualTo("yes");
        assertThat(made).isNotNull();
    }

    @Test
    void resourcesAreTheApplicationsThenThoseOfLayersAndNeverTheBootstraps() throws Exception {
        byte[] jar = AppJar.greeter(folder, 10);
        ClassLoader loader = beside(jar, "com.example.Greeter").loader();

        assertThat(loader.getResource("words.txt")).isNotNull();
        assertThat(loader.getResource("com/example/Greeter.class")).isNotNull();
        assertThat(loader.getResource("io/lambdamaven/runtime/code/SlimHandler.class"))
                .isNull();
        assertThat(loader.getResource("org/assertj/core/api/Assertions.class")).isNotNull();
        assertThat(Collections.list(loader.getResources("words.txt"))).hasSize(1);
        assertThat(Collections.list(loader.getResources("io/lambdamaven/runtime/code/SlimHandler.class")))
                .isEmpty();
        assertThat(Collections.list(loader.getResources("org/assertj/core/api/Assertions.class")))
                .hasSize(1);
        assertThat(loader.getResource("no/such.thing")).isNull();
    }

    @Test
    void theManifestTellsDigestAndSize() {
        String digest = "0123456789abcdef".repeat(4);

        assertThat(Expected.read(("{\"schema\":1,\"functions\":[{}],\"application\":{\"sha256\":\"" + digest
                                + "\",\"more\":[1],\"size\":42}}")
                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Expected(digest, 42));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"application\":{\"sha256\":\"00\",\"size\":1}}",
                "{\"application\":{\"size\":1}}",
                "{\"application\":{\"sha256\":\"ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789\",\"size\":1}}",
                "{\"application\":{\"sha256\":\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"}}",
                "{\"application\":{\"sha256\":\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\",\"size\":0}}"
            })
    void aManifestThatDoesNotTellThemStartsNothing(String manifest) {
        assertThatExceptionOfType(CodeException.class)
                .isThrownBy(() -> Expected.read(manifest.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("does not tell the application's digest and size");
    }

    @Test
    void aManifestThatIsMissingOrMalformedStartsNothing() {
        assertThatExceptionOfType(CodeException.class)
                .isThrownBy(() -> Expected.read("{".getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("is malformed");
        assertThatExceptionOfType(CodeException.class)
                .isThrownBy(() -> Expected.in(SlimHandlerTest.class.getClassLoader()))
                .withMessageContaining("the function's code has no META-INF/lambda/manifest.json");
    }

    @Test
    void openFilesOutliveTheRemovalOfTheJar() throws Exception {
        // SnapStart restores memory and open files; even a cleaned /tmp would do no harm.
        byte[] jar = AppJar.greeter(folder, 10);
        SlimHandler handler = new SlimHandler(beside(jar, "com.example.Greeter"));
        try {
            Files.delete(tmp.resolve("app.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        assertThat(Answers.of(handler)).isEqualTo("hello true");
    }
}
