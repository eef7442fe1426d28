package io.lambdamaven.runtime.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lambdamaven.api.CustomResourceResult;
import io.lambdamaven.runtime.aws.Loopback;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CloudFormationAnswerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/bucket/arn%3Aaws%7Ctoken?X-Amz-Expires=7200&X-Amz-Signature=topsecret%2B";

    private final Call call = Call.of(60_000);
    private Loopback s3;

    @BeforeEach
    void start() throws IOException {
        s3 = new Loopback();
        s3.always(200, "");
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    record Bucket(String name, int objects) {}

    @Test
    void theAnswerIsPutToTheAddressAsItIsWithoutContentType() throws Exception {
        byte[] returned = answer(
                "Create",
                "",
                () -> CustomResourceResult.of("db-1")
                        .data("Endpoint", "db.example.com")
                        .data("Port", 5432));

        assertThat(returned).asString().isEqualTo("null");
        assertThat(s3.sent).hasSize(1);
        Loopback.Sent sent = s3.sent.get(0);
        assertThat(sent.method()).isEqualTo("PUT");
        assertThat(sent.uri()).hasToString(PATH);
        assertThat(sent.headers()).containsEntry("Content-Type", "").doesNotContainKey("Authorization");
        assertThat(JSON.readTree(sent.body()))
                .isEqualTo(JSON.readTree(
                        "{\"Status\":\"SUCCESS\",\"PhysicalResourceId\":\"db-1\",\"StackId\":\"arn:stack\","
                                + "\"RequestId\":\"req\",\"LogicalResourceId\":\"Db\",\"NoEcho\":false,"
                                + "\"Data\":{\"Endpoint\":\"db.example.com\",\"Port\":5432}}"));
    }

    @Test
    void mapsRecordsAndNothingAreResultsToo() throws Exception {
        answer("Create", "", () -> Map.of("A", "b"));
        answer("Create", "", () -> Map.of("A", List.of(1.5, true)));
        answer("Create", "", () -> new Bucket("b", 3));
        answer("Create", "", () -> Optional.empty());
        answer(
                "Create",
                "",
                () -> CustomResourceResult.empty().data(Map.of("Secret", "x")).masked());

        assertThat(told(0).path("Data").path("A").asText()).isEqualTo("b");
        assertThat(told(1).path("Data")).hasToString("{\"A\":[1.5,true]}");
        assertThat(told(2).path("Data")).hasToString("{\"name\":\"b\",\"objects\":3}");
        assertThat(told(3).has("Data")).isFalse();
        assertThat(told(4).path("NoEcho").asBoolean()).isTrue();
    }

    @Test
    void anIdIsDerivedOfStackAndLogicalIdAlwaysTheSame() throws Exception {
        answer("Create", "", () -> null);
        answer("Create", "", () -> null);

        assertThat(told(0).path("PhysicalResourceId").asText()).matches("Db-[0-9a-f]{32}");
        assertThat(told(1)).isEqualTo(told(0));
    }

    @Test
    void anUpdateKeepsTheIdUnlessTheMethodGivesAnother() throws Exception {
        answer("Update", "db-1", () -> null);
        answer("Update", "db-1", () -> CustomResourceResult.of("db-2"));
        answer("Delete", "db-1", () -> CustomResourceResult.of("db-2"));

        assertThat(told(0).path("PhysicalResourceId").asText()).isEqualTo("db-1");
        assertThat(told(1).path("PhysicalResourceId").asText()).isEqualTo("db-2");
        assertThat(told(2).path("PhysicalResourceId").asText()).isEqualTo("db-1");
    }

    @Test
    void aFailureIsToldWithItsMessageAndLogStreamAndIsNoFailureOfTheInvocation() throws Exception {
        byte[] returned = answer("Update", "db-1", () -> {
            throw new IllegalStateException("no more disks");
        });

        assertThat(returned).asString().isEqualTo("null");
        assertThat(told(0).path("Status").asText()).isEqualTo("FAILED");
        assertThat(told(0).path("Reason").asText()).isEqualTo("no more disks (log stream: 2026/01/01/[1]abc)");
        assertThat(told(0).path("PhysicalResourceId").asText()).isEqualTo("db-1");
        assertThat(String.join("", call.log))
                .contains("CloudFormation, resource Db: failed")
                .contains("no more disks")
                .contains("\tat ");
    }

    @Test
    void anErrorIsToldToo() throws Exception {
        answer("Update", "db-1", () -> {
            throw new NoClassDefFoundError();
        });

        assertThat(told(0).path("Reason").asText()).startsWith("NoClassDefFoundError");
    }

    @Test
    void theRemovalOfWhatCouldNotBeCreatedDoesNotReachTheMethod() throws Exception {
        answer("Create", "", () -> {
            throw new IllegalStateException("no");
        });
        String marked = told(0).path("PhysicalResourceId").asText();
        AtomicInteger calls = new AtomicInteger();

        answer("Delete", marked, calls::incrementAndGet);
        answer("Update", marked, calls::incrementAndGet);

        assertThat(calls).hasValue(1);
        assertThat(told(1).path("Status").asText()).isEqualTo("SUCCESS");
        assertThat(told(1).path("PhysicalResourceId").asText()).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\\", "\u0001", "ä", "😀"})
    void aReasonOfAnyLengthFits(String text) throws Exception {
        answer("Update", "db-1", () -> {
            throw new IllegalStateException(text.repeat(20_000));
        });

        assertThat(s3.sent.get(0).body().length).isBetween(3_000, 4096);
        assertThat(told(0).path("Reason").asText()).startsWith(text).endsWith("…");
    }

    @Test
    void dataThatIsTooLargeFailsWithTheIdOfWhatWasMade() throws Exception {
        answer("Create", "", () -> CustomResourceResult.of("db-1").data("Log", "x".repeat(5_000)));

        assertThat(told(0).path("Status").asText()).isEqualTo("FAILED");
        assertThat(told(0).path("PhysicalResourceId").asText()).isEqualTo("db-1");
        assertThat(told(0).path("Reason").asText())
                .startsWith("the answer has 51")
                .endsWith("of which CloudFormation takes 4096: return less data");
    }

    @Test
    void whatIsNoObjectOrHasTooLongAnIdFailsButCanBeRemoved() throws Exception {
        answer("Create", "", () -> List.of(1));
        answer("Create", "", () -> CustomResourceResult.of("x".repeat(1_025)));

        assertThat(told(0).path("Reason").asText()).startsWith("the data of a custom resource is a JSON object");
        assertThat(told(1).path("Reason").asText()).isEqualTo("the physical resource id is longer than 1024 bytes");
        assertThat(told(0).path("PhysicalResourceId").asText()).matches("Db-[0-9a-f]{32}");
        assertThat(told(1).path("PhysicalResourceId").asText()).matches("Db-[0-9a-f]{32}");
    }

    @Test
    void aServerErrorIsTriedAgain() throws Exception {
        s3.then(500, "").then(503, "<Error><Code>SlowDown</Code></Error>");

        answer("Create", "", () -> null);

        assertThat(s3.sent).hasSize(3);
    }

    @Test
    void whatCannotBePutFailsTheInvocationWithoutTheAddress() throws IOException {
        s3.then(403, "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>");
        assertThatThrownBy(() -> answer("Create", "", () -> null))
                .hasMessage("the presigned address at 127.0.0.1 failed with status 403 AccessDenied:"
                        + " Request has expired")
                .hasNoCause();

        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        byte[] event = event("Create", "", "http://127.0.0.1:" + port + PATH);
        assertThatThrownBy(() -> CloudFormationAnswer.answer(event, Call.of(1_000), () -> null))
                .hasStackTraceContaining("ConnectException")
                .satisfies(e -> assertThat(trace(e)).doesNotContain("topsecret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/x?topsecret",
                "http://127.0.0.1.example.com/?topsecret",
                "file:///etc/topsecret",
                "ht tp://topsecret",
                "topsecret"
            })
    void anAddressThatIsNotSafeIsRefusedAndNotQuoted(String url) {
        assertThatThrownBy(() -> CloudFormationAnswer.answer(event("Create", "", url), call, () -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(trace(e)).doesNotContain("topsecret"));
    }

    @Test
    void beforeTimeRunsOutAFailureIsToldOnceAndTheLateResultIsNot() throws Exception {
        Call shortly = Call.of(1_200);
        byte[] event = event("Create", "", s3.url() + PATH);

        byte[] returned = CloudFormationAnswer.answer(event, shortly, () -> {
            Thread.sleep(1_500);
            return Map.of("A", "b");
        });

        assertThat(returned).asString().isEqualTo("null");
        assertThat(s3.sent).hasSize(1);
        assertThat(told(0).path("Status").asText()).isEqualTo("FAILED");
        assertThat(told(0).path("Reason").asText()).startsWith("the function's time ran out before its method ended");
        assertThat(told(0).path("PhysicalResourceId").asText()).startsWith("LambdaMaven::CreateFailed::Db-");
        assertThat(String.join("", shortly.log))
                .contains("the function's time runs out")
                .contains("the method ended after it was told that time had run out");
    }

    @Test
    void aMethodThatNeverEndsDoesNotKeepTheServiceWaiting() throws Exception {
        Thread stuck = new Thread(() -> {
            try {
                CloudFormationAnswer.answer(event("Create", "", s3.url() + PATH), Call.of(800), () -> {
                    Thread.sleep(30_000);
                    return null;
                });
            } catch (Exception e) {
                Thread.currentThread().interrupt();
            }
        });
        stuck.setDaemon(true);
        stuck.start();

        for (int i = 0; i < 200 && s3.sent.isEmpty(); i++) {
            Thread.sleep(10);
        }

        assertThat(told(0).path("Status").asText()).isEqualTo("FAILED");
        stuck.interrupt();
    }

    @Test
    void aWatchdogThatCouldNotTellFailsTheInvocation() {
        s3.always(403, "");
        byte[] event = event("Create", "", s3.url() + PATH);

        assertThatThrownBy(() -> CloudFormationAnswer.answer(event, Call.of(1_000), () -> {
                    Thread.sleep(1_500);
                    return null;
                }))
                .hasMessageContaining("status 403");
    }

    /** Methods that end just before, while and just after the watchdog barks, all at once. */
    @Test
    void aMethodThatEndsAsTimeRunsOutIsToldExactlyOnce() throws Exception {
        int count = 40;
        ExecutorService threads = Executors.newFixedThreadPool(count);
        List<Future<byte[]>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int nap = 980 + i;
            byte[] event = event("Create", "", s3.url() + "/" + i);
            answers.add(threads.submit(() -> CloudFormationAnswer.answer(event, Call.of(2_000), () -> {
                Thread.sleep(nap);
                return null;
            })));
        }
        for (Future<byte[]> answer : answers) {
            assertThat(answer.get()).asString().isEqualTo("null");
        }
        threads.shutdown();

        assertThat(s3.sent)
                .extracting(sent -> sent.uri().toString())
                .doesNotHaveDuplicates()
                .hasSize(count);
    }

    @Test
    void anInterruptedMethodIsToldAndStaysInterrupted() throws Exception {
        s3.then(500, "");

        answer("Create", "", () -> {
            Thread.currentThread().interrupt();
            return null;
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(s3.sent).hasSize(2);
    }

    @Test
    void withoutAnAddressTheAnswerIsReturnedAndFailuresAreThrown() throws Exception {
        byte[] event = event("Create", "", "").clone();

        assertThat(CloudFormationAnswer.answer(
                        event, call, () -> CustomResourceResult.of("db-1").data("A", "b")))
                .asString()
                .isEqualTo("{\"PhysicalResourceId\":\"db-1\",\"NoEcho\":false,\"Data\":{\"A\":\"b\"}}");
        assertThat(CloudFormationAnswer.answer(event, call, () -> null))
                .asString()
                .isEqualTo("{\"NoEcho\":false}");
        assertThatThrownBy(() -> CloudFormationAnswer.answer(event, call, () -> {
                    throw new IOException("no");
                }))
                .isInstanceOf(IOException.class);
        assertThat(s3.sent).isEmpty();
    }

    private byte[] answer(String type, String id, Work work) throws Exception {
        return CloudFormationAnswer.answer(event(type, id, s3.url() + PATH), call, work);
    }

    private JsonNode told(int index) throws IOException {
        return JSON.readTree(s3.sent.get(index).body());
    }

    private static byte[] event(String type, String id, String url) {
        return ("{\"RequestType\":\"" + type
                        + "\",\"ServiceToken\":\"arn\",\"ResourceProperties\":{\"StackId\":\"no\"},"
                        + (url.isEmpty() ? "" : "\"ResponseURL\":\"" + url + "\",")
                        + (id.isEmpty() ? "" : "\"PhysicalResourceId\":\"" + id + "\",")
                        + "\"StackId\":\"arn:stack\",\"RequestId\":\"req\",\"LogicalResourceId\":\"Db\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String trace(Throwable failure) {
        StringWriter out = new StringWriter();
        failure.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }
}
