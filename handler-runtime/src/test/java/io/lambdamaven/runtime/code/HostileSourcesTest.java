package io.lambdamaven.runtime.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong where the code comes from fails the start with its own message, and none of that code runs. */
@Timeout(90)
class HostileSourcesTest {
    private static final String OBJECT = "s3://code/lambda-maven/shop/app.jar";
    private static byte[] jar;

    private FakeBucket bucket;
    private Map<String, String> environment;
    private Expected expected;

    @TempDir
    Path tmp;

    @BeforeAll
    static void build(@TempDir Path folder) throws IOException {
        // Three ranges.
        jar = AppJar.greeter(folder, 20_000_000);
    }

    @BeforeEach
    void start() throws IOException, NoSuchAlgorithmException {
        bucket = new FakeBucket(jar);
        environment = bucket.environment();
        expected = AppJar.expected(jar);
        System.clearProperty("greeter.ran");
    }

    @AfterEach
    void stop() {
        bucket.close();
    }

    private SlimHandler handler() {
        return new SlimHandler(new Application(environment, expected, tmp));
    }

    /** What the start fails with; afterwards nothing has run, and nothing is left that could. */
    private String failure() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        CodeException failure = catchThrowableOfType(CodeException.class, this::handler);
        assertThat(failure).isNotNull();
        assertThat(System.getProperty("greeter.ran")).isNull();
        assertThat(left()).isEmpty();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        return failure.getMessage();
    }

    private List<Path> left() {
        try (Stream<Path> files = Files.list(tmp)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuse(int status, String code) {
        bucket.answer = (exchange, number) -> FakeBucket.refuse(exchange, status, code);
    }

    @Test
    void aMissingObjectIsSaidToBeMissing() {
        refuse(404, "NoSuchKey");

        assertThat(failure())
                .startsWith("there is no object " + OBJECT + "; deploy the function again")
                .contains("NoSuchKey");
    }

    @Test
    void aMissingBucketIsSaidToBeMissing() {
        refuse(404, "NoSuchBucket");

        assertThat(failure()).startsWith("there is no bucket code; name an existing one in <codeBucket>");
    }

    @Test
    void deniedAccessNamesWhatToAllow() {
        refuse(403, "AccessDenied");

        assertThat(failure())
                .startsWith("the function's role may not read " + OBJECT)
                .contains("s3:GetObject");
    }

    @Test
    void credentialsThatHaveEndedAreSaidToHaveEnded() {
        refuse(400, "ExpiredToken");

        assertThat(failure()).startsWith("the credentials that " + OBJECT + " was to be read with have ended");
    }

    @Test
    void aBucketOfAnotherRegionIsSaidToBeOne() {
        refuse(301, "PermanentRedirect");

        assertThat(failure()).contains("its bucket must be in the function's");
    }

    @Test
    void otherRefusalsAreTold() {
        refuse(403, "AccountProblem");
        assertThat(failure()).contains("AccountProblem");
        refuse(418, "Teapot");
        assertThat(failure()).startsWith("S3 did not give " + OBJECT).contains("Teapot");
    }

    @Test
    void oneChangedByteIsAnotherApplication() {
        byte[] changed = jar.clone();
        changed[changed.length / 2] ^= 1;
        bucket.object = changed;

        assertThat(failure())
                .startsWith(OBJECT + " is not what was built with this code: its SHA-256 is not " + expected.sha256());
    }

    @Test
    void aTruncatedObjectIsNotOfTheSizeThatWasBuilt() {
        bucket.object = Arrays.copyOf(jar, jar.length - 1);

        assertThat(failure())
                .startsWith(OBJECT + " has " + (jar.length - 1) + " bytes, and what was built has " + jar.length);
    }

    @Test
    void aLongerObjectIsNotOfTheSizeThatWasBuilt() {
        bucket.object = Arrays.copyOf(jar, jar.length + 1);

        assertThat(failure()).contains("has " + (jar.length + 1) + " bytes");
    }

    @Test
    void anEmptyObjectIsShorterThanWhatWasBuilt() {
        bucket.object = new byte[0];

        assertThat(failure()).startsWith(OBJECT + " is shorter than what was built");
    }

    @Test
    void anObjectThatIsReplacedBetweenTwoRangesIsNotRead() {
        bucket.answer = (exchange, number) -> {
            bucket.tag = number == 1 ? "\"one\"" : "\"two\"";
            bucket.serve(exchange, number);
        };

        assertThat(failure()).startsWith(OBJECT + " was replaced while it was read");
        assertThat(bucket.requests.get(1)).containsEntry("If-Match", "\"one\"");
    }

    @Test
    void aSourceThatIgnoresConditionsIsFoundOutByItsTags() {
        bucket.answer = (exchange, number) -> {
            bucket.tag = "\"" + number + "\"";
            bucket.serve(exchange, exchange.getRequestHeaders().getFirst("Range"), null);
        };

        assertThat(failure()).startsWith(OBJECT + " was replaced while it was read");
    }

    @Test
    void anAnswerOfAnotherRangeIsNotTaken() {
        bucket.answer = (exchange, number) -> {
            bucket.serve(exchange, "bytes=1-8388608");
        };

        assertThat(failure()).contains("gave another range than was asked for");
    }

    @Test
    void aSourceThatDoesNotKnowRangesIsNotTaken() {
        bucket.answer = (exchange, number) -> {
            exchange.sendResponseHeaders(200, jar.length);
            exchange.getResponseBody().write(jar);
        };

        assertThat(failure()).contains("has an unknown number of bytes");
    }

    @Test
    void moreThanWasAskedForIsNotWritten() {
        bucket.answer = (exchange, number) -> {
            String[] ends = exchange.getRequestHeaders()
                    .getFirst("Range")
                    .substring("bytes=".length())
                    .split("-", 2);
            bucket.head(exchange, Integer.parseInt(ends[0]), Integer.parseInt(ends[1]) + 1, jar.length);
            exchange.sendResponseHeaders(206, 0);
            exchange.getResponseBody().write(jar);
        };

        assertThat(failure()).contains("gave more than was asked for");
    }

    @Test
    void oneByteMoreThanWasAskedForIsNotWritten() {
        bucket.answer = (exchange, number) -> {
            String range = exchange.getRequestHeaders().getFirst("Range").substring("bytes=".length());
            int from = Integer.parseInt(range.substring(0, range.indexOf('-')));
            int to = Integer.parseInt(range.substring(range.indexOf('-') + 1)) + 1;
            bucket.head(exchange, from, to, jar.length);
            exchange.sendResponseHeaders(206, 0);
            exchange.getResponseBody().write(jar, from, to - from);
            exchange.getResponseBody().write(1);
        };

        assertThat(failure()).contains("gave more than was asked for");
    }

    @ParameterizedTest
    @CsvSource({"0, has 0 bytes", "*, has an unknown number of bytes", "'', has an unknown number of bytes"})
    void aSizeThatIsNoneIsNotTheOneThatWasBuilt(String told, String message) {
        bucket.answer = (exchange, number) -> {
            exchange.getResponseHeaders().set("ETag", bucket.tag);
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-8388607/" + told);
            exchange.sendResponseHeaders(206, -1);
        };

        assertThat(failure()).contains(message);
    }

    @Test
    void aDiskWithoutRoomIsToldBeforeAnythingIsFetched() {
        expected = new Expected(expected.sha256(), Long.MAX_VALUE / 2);

        assertThat(failure()).contains("does not fit into " + tmp).contains("set <ephemeralStorage> to more");
        assertThat(bucket.requests).isEmpty();
    }

    @Test
    void aDiskThatFillsUpMeanwhileIsToldToBeFull() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        try (FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE)) {
            Disk disk = new Disk(tmp, expected);

            assertThatExceptionOfType(CodeException.class)
                    .isThrownBy(() -> disk.write(channel, ByteBuffer.wrap(jar), 0))
                    .withMessageStartingWith(
                            "the application's jar of " + jar.length + " bytes does not fit into " + tmp)
                    .withMessageEndingWith("set <ephemeralStorage> to more");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsTold() {
        tmp = tmp.resolve("missing");
        CodeException failure = catchThrowableOfType(CodeException.class, this::handler);

        assertThat(failure)
                .hasMessageContaining("cannot be made")
                .hasMessageContaining("the application was not started");
    }

    @Test
    void aConnectionThatBreaksIsTriedAgain() throws IOException {
        bucket.answer = (exchange, number) -> {
            if (number == 1) {
                bucket.cut(exchange, number);
            } else {
                bucket.serve(exchange, number);
            }
        };

        assertThat(Answers.of(handler())).isEqualTo("hello true");
        assertThat(bucket.requests).hasSize(4);
    }

    @Test
    void slowDownsAndServerErrorsAreTriedAgain() throws IOException {
        bucket.answer = (exchange, number) -> {
            if (number % 2 == 1) {
                FakeBucket.refuse(exchange, number == 1 ? 503 : 500, "SlowDown");
            } else {
                bucket.serve(exchange, number);
            }
        };

        assertThat(Answers.of(handler())).isEqualTo("hello true");
    }

    @Test
    void whatAnEarlierStartHasLeftIsVerifiedAgain() throws IOException {
        handler();
        Path kept = tmp.resolve("lambda-maven-" + expected.sha256() + ".jar");
        int requests = bucket.requests.size();

        assertThat(Answers.of(handler())).isEqualTo("hello true");
        assertThat(bucket.requests).hasSize(requests);

        byte[] changed = jar.clone();
        changed[changed.length / 3] ^= 1;
        Files.write(kept, changed);
        assertThat(Answers.of(handler())).isEqualTo("hello true");
        assertThat(bucket.requests).hasSize(2 * requests);
        assertThat(kept).hasBinaryContent(jar);
    }

    @Test
    void aLinkInTheJarsPlaceIsNotFollowed() throws IOException {
        Path elsewhere = Files.write(tmp.resolve("elsewhere"), jar);
        Path kept = tmp.resolve("lambda-maven-" + expected.sha256() + ".jar");
        Files.createSymbolicLink(kept, elsewhere);

        assertThat(Answers.of(handler())).isEqualTo("hello true");
        assertThat(bucket.requests).isNotEmpty();
        assertThat(Files.isSymbolicLink(kept)).isFalse();
    }

    @Test
    void aHalfOfAnEarlierStartIsBegunAnew() throws IOException {
        Files.write(tmp.resolve("lambda-maven-" + expected.sha256() + ".part"), Arrays.copyOf(jar, 1000));

        assertThat(Answers.of(handler())).isEqualTo("hello true");
        assertThat(left()).hasSize(1);
    }
}
