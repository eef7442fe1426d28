package io.lambdamaven.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.api.TaskHandle;
import io.lambdamaven.api.Tasks;
import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.Loopback;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.task.TaskSender;
import io.lambdamaven.runtime.task.TaskTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks on their way, over services that throttle, fail, lose answers and are written to by others. */
class TaskHandOverTest {
    private static final String SHOP = "arn:aws:lambda:eu-central-1:123456789012:function:shop-dev";

    /** What a message has besides its one text: names, id, quotes and brackets. */
    private static final int AROUND =
            "{\"task\":\"sqs\",\"id\":\"6f3a2c1e-0d4b-4f5a-9b8c-7d6e5f4a3b2c\",\"args\":[\"\"]}".length();

    private static final String EXPIRED = "{\"__type\":\"ExpiredTokenException\",\"message\":\"expired\"}";

    private final Kitchen kitchen = new Kitchen();
    private final Loopback aws;
    private final List<String> baked = new ArrayList<>();

    TaskHandOverTest() throws IOException {
        aws = new Loopback();
    }

    static final class Kitchen {
        public void sqs(String cake) {}

        public void sns(String cake) {}

        public void lambda(String cake) {}

        public void kept(String cake) {}
    }

    private final class Handler extends RoutedHandler {
        private final TaskSender sender;

        Handler(TaskSender sender) {
            super(RouteTable.builder(Map.of()).build());
            this.sender = sender;
        }

        @Override
        protected TaskSender tasks() {
            return sender;
        }

        @Override
        protected Object call(int route, Arguments in) {
            baked.add(in.at("cake").argument(0, String.class));
            return "done";
        }
    }

    @AfterEach
    void leave() {
        Tasks.use(null);
        aws.close();
    }

    private TaskSender use(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_LAMBDA_FUNCTION_NAME", "shop-dev",
                "LAMBDA_MAVEN__TASK_FUNCTIONS", "=" + SHOP,
                "LAMBDA_MAVEN__TASK_TABLE", "shop-dev-tasks"));
        environment.putAll(more);
        String owner = Kitchen.class.getName();
        TaskTable table = new TaskTable();
        for (String name : List.of("sqs", "sns", "lambda", "kept")) {
            String mode = name.equals("kept") ? "sqs idempotent" : name;
            table.add(new TaskTable.Entry(name, 0, owner, name, "(Ljava/lang/String;)V", "", mode));
        }
        TaskSender sender = new TaskSender(table, aws.aws(), environment);
        Tasks.use(sender);
        return sender;
    }

    private TaskHandle run(String transport, String cake) {
        return switch (transport) {
            case "sqs" -> Tasks.run(kitchen::sqs, cake);
            case "sns" -> Tasks.run(kitchen::sns, cake);
            case "kept" -> Tasks.run(kitchen::kept, cake);
            default -> Tasks.run(kitchen::lambda, cake);
        };
    }

    private void deliver(TaskSender sender, String message) {
        try {
            new Handler(sender)
                    .handleRequest(
                            new ByteArrayInputStream(message.getBytes(UTF_8)),
                            new ByteArrayOutputStream(),
                            Invocation.through("ops"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(Loopback.Sent sent) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : sent.text().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return form;
    }

    @Test
    void aMessageToAQueueIsWhatSqsTakes() {
        use(Map.of());

        TaskHandle handle = run("sqs", "Käse & \"+\"");

        assertThat(aws.sent).singleElement().satisfies(sent -> {
            assertThat(sent.method()).isEqualTo("POST");
            assertThat(sent.uri()).hasToString("/");
            assertThat(sent.headers()).containsEntry("X-Amz-Target", "AmazonSQS.SendMessage");
            assertThat(sent.headers()).containsEntry("Content-Type", "application/x-amz-json-1.0");
            assertThat(sent.headers().get("Authorization")).contains("/eu-central-1/sqs/aws4_request");
            EventObject request = EventObject.of(sent.body());
            assertThat(request.tree()).containsOnlyKeys("QueueUrl", "MessageBody");
            assertThat(request.text("QueueUrl"))
                    .isEqualTo("https://sqs.eu-central-1.amazonaws.com/123456789012/shop-dev-tasks");
            assertThat(request.text("MessageBody"))
                    .isEqualTo("{\"task\":\"sqs\",\"id\":\"" + handle.id() + "\",\"args\":[\"Käse & \\\"+\\\"\"]}");
        });
    }

    @Test
    void aMessageToATopicIsWhatSnsTakes() {
        use(Map.of());

        TaskHandle handle = run("sns", "Käse & \"+\"");

        assertThat(aws.sent).singleElement().satisfies(sent -> {
            assertThat(sent.method()).isEqualTo("POST");
            assertThat(sent.headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded");
            assertThat(sent.headers().get("Authorization")).contains("/eu-central-1/sns/aws4_request");
            assertThat(form(sent))
                    .containsOnly(
                            Map.entry("Action", "Publish"),
                            Map.entry("Version", "2010-03-31"),
                            Map.entry("TopicArn", "arn:aws:sns:eu-central-1:123456789012:shop-dev-tasks"),
                            Map.entry(
                                    "Message",
                                    "{\"task\":\"sns\",\"id\":\"" + handle.id()
                                            + "\",\"args\":[\"Käse & \\\"+\\\"\"]}"));
        });
    }

    @Test
    void aCallIsWhatLambdaTakes() {
        use(Map.of());

        TaskHandle handle = run("lambda", "Käse");

        assertThat(aws.sent).singleElement().satisfies(sent -> {
            assertThat(sent.method()).isEqualTo("POST");
            assertThat(sent.uri()).hasToString("/2015-03-31/functions/shop-dev/invocations?Qualifier=ops");
            assertThat(sent.headers()).containsEntry("X-Amz-Invocation-Type", "Event");
            assertThat(sent.headers().get("Authorization")).contains("/eu-central-1/lambda/aws4_request");
            assertThat(sent.text())
                    .isEqualTo("{\"task\":\"lambda\",\"id\":\"" + handle.id() + "\",\"args\":[\"Käse\"]}");
        });
    }

    /** Bytes count, not characters: a cake of these has three of the former each. */
    @ParameterizedTest
    @CsvSource({"sqs, 1048576", "lambda, 1048576", "sns, 262144"})
    void theLargestMessageGoesAndOneByteMoreDoesNot(String transport, int most) {
        use(Map.of());
        int room = most - AROUND - transport.length() + "sqs".length();
        String text = "€".repeat(room / 3) + "x".repeat(room % 3);

        run(transport, text);
        assertThat(aws.sent).hasSize(1);
        assertThatThrownBy(() -> run(transport, text + "x"))
                .hasMessage("the task " + transport + " has " + (most + 1)
                        + " bytes with its arguments, and its transport takes " + most
                        + ": name a bucket with <taskBucket> or -Dlambda.taskBucket and deploy, or pass less, such as a"
                        + " key");
        assertThat(aws.sent).hasSize(1);
        // Of characters there are few.
        assertThat(text.length()).isLessThan(most / 2);
    }

    @Test
    void theLargestMessageToAnotherFunctionGoesAndOneByteMoreDoesNot() {
        use(Map.of("LAMBDA_MAVEN__TASK_BUCKET", "large"));
        int room = 1_048_576 - AROUND - 3;
        String text = "€".repeat(room / 3) + "x".repeat(room % 3);

        Tasks.to("printer").run(kitchen::lambda, text);
        assertThat(aws.sent)
                .singleElement()
                .satisfies(sent -> assertThat(sent.body()).hasSize(1_048_576));
        assertThatThrownBy(() -> Tasks.to("printer").run(kitchen::lambda, text + "x"))
                .hasMessageContaining("has 1048577 bytes with its arguments, and another function takes 1048576");
        assertThat(aws.sent).hasSize(1);
    }

    private String stored(TaskSender sender, String cake) {
        TaskHandle handle = run("sqs", cake);
        assertThat(aws.sent).hasSize(2);
        assertThat(aws.sent.get(0).method()).isEqualTo("PUT");
        assertThat(aws.sent.get(0).uri()).hasToString("/large/tasks/" + handle.id() + ".json");
        String message = EventObject.of(aws.sent.get(1).body()).text("MessageBody");
        assertThat(message)
                .contains("\"id\":\"" + handle.id() + "\",\"stored\":true,\"bytes\":"
                        + aws.sent.get(0).body().length)
                .containsPattern("\"sha256\":\"[0-9a-f]{64}\"");
        return message;
    }

    @Test
    void whatLiesInTheBucketAsItWasSentIsRun() {
        TaskSender sender = use(Map.of("LAMBDA_MAVEN__TASK_BUCKET", "large"));
        String cake = "€".repeat(400_000);
        String message = stored(sender, cake);

        aws.then(200, aws.sent.get(0).text());
        deliver(sender, message);

        assertThat(baked).containsExactly(cake);
    }

    /** By whoever may write to the bucket, and may not hand tasks over. */
    @Test
    void argumentsThatWereReplacedAreNotRun() {
        TaskSender sender = use(Map.of("LAMBDA_MAVEN__TASK_BUCKET", "large"));
        String message = stored(sender, "x".repeat(1_100_000));
        String there = aws.sent.get(0).text();

        for (String other : List.of(
                there.replace("xxxxx\"", "xxxxy\""), there + " ", there.substring(0, there.length() - 1), "{}", "")) {
            aws.then(200, other);
            assertThatThrownBy(() -> deliver(sender, message))
                    .hasMessageStartingWith("what is in S3 at /large/tasks/")
                    .hasMessageEndingWith(" bytes, or was replaced; nothing is run");
        }
        assertThat(baked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404, NoSuchKey", "403, AccessDenied"})
    void argumentsThatAreGoneAreNotRun(int status, String code) {
        TaskSender sender = use(Map.of("LAMBDA_MAVEN__TASK_BUCKET", "large"));
        String message = stored(sender, "x".repeat(1_100_000));

        aws.then(status, "<Error><Code>" + code + "</Code></Error>");
        assertThatThrownBy(() -> deliver(sender, message))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(" are not in S3 at /large/tasks/")
                .hasMessageEndingWith(", or this function's role may not read them; nothing is run")
                .hasCauseInstanceOf(AwsException.class);
        assertThat(baked).isEmpty();
    }

    @Test
    void aMessageThatDoesNotSayWhatLiesThereRunsNothing() {
        TaskSender sender = use(Map.of("LAMBDA_MAVEN__TASK_BUCKET", "large"));
        aws.then(200, "{\"task\":\"sqs\",\"id\":\"i1\",\"args\":[\"cake\"]}");

        assertThatThrownBy(() -> deliver(sender, "{\"task\":\"sqs\",\"id\":\"i1\",\"stored\":true}"))
                .hasMessageContaining("is not what the task i1 was sent with");
        assertThat(baked).isEmpty();
    }

    @Test
    void aMessageOfWhatIsStoredNeedsTheBucket() {
        TaskSender sender = use(Map.of());

        assertThatThrownBy(() -> deliver(sender, "{\"task\":\"sqs\",\"id\":\"i1\",\"stored\":true}"))
                .hasMessage("the arguments of task i1 are in S3, and LAMBDA_MAVEN__TASK_BUCKET names no bucket; deploy"
                        + " again");
    }

    @Test
    void whatWouldNotBeReadAgainIsRefusedBeforeItIsSent() {
        TaskSender sender = use(Map.of("LAMBDA_MAVEN__TASK_BUCKET", "large"));
        int most = 16 * 1024 * 1024;
        String cake = "x".repeat(most - AROUND);

        assertThatThrownBy(() -> run("sqs", cake + "x"))
                .hasMessage("the task sqs has " + (most + 1) + " bytes with its arguments, and what goes through a"
                        + " bucket has at most " + most + ": pass less, such as a key");
        assertThat(aws.sent).isEmpty();

        String message = stored(sender, cake);
        aws.then(200, aws.sent.get(0).text());
        deliver(sender, message);
        assertThat(baked).containsExactly(cake);
    }

    @ParameterizedTest
    @CsvSource({
        "sqs, 400, RequestThrottled",
        "sqs, 500, InternalFailure",
        "sqs, 503, ServiceUnavailable",
        "sns, 400, Throttling",
        "sns, 500, InternalError",
        "lambda, 429, TooManyRequestsException",
        "lambda, 500, ServiceException"
    })
    void whatPassesIsTriedAgainWithTheSameId(String transport, int status, String code) {
        use(Map.of());
        aws.then(status, "{\"__type\":\"" + code + "\"}").then(200, "{}");

        run(transport, "cake");

        assertThat(aws.sent).hasSize(2);
        assertThat(aws.sent.get(1).text()).isEqualTo(aws.sent.get(0).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqs", "sns", "lambda"})
    void whatCannotBeHandedOverIsToldToTheCaller(String transport) {
        use(Map.of());
        aws.always(403, EXPIRED);

        assertThatThrownBy(() -> run(transport, "cake"))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining("ExpiredTokenException");
    }

    @Test
    void aBucketThatDoesNotTakeTheArgumentsHasNothingSent() {
        use(Map.of("LAMBDA_MAVEN__TASK_BUCKET", "large"));
        aws.always(403, "<Error><Code>ExpiredToken</Code></Error>");

        assertThatThrownBy(() -> run("sqs", "x".repeat(1_100_000))).isInstanceOf(AwsException.class);

        assertThat(aws.sent).allSatisfy(sent -> assertThat(sent.method()).isEqualTo("PUT"));
    }

    @Test
    void aBucketThatIsSlowIsTriedAgain() {
        TaskSender sender = use(Map.of("LAMBDA_MAVEN__TASK_BUCKET", "large"));
        aws.then(503, "<Error><Code>SlowDown</Code></Error>").then(200, "").then(200, "{}");

        run("sqs", "x".repeat(1_100_000));
        assertThat(aws.sent).hasSize(3);
        String message = EventObject.of(aws.sent.get(2).body()).text("MessageBody");

        aws.then(503, "<Error><Code>SlowDown</Code></Error>")
                .then(500, "<Error><Code>InternalError</Code></Error>")
                .then(200, aws.sent.get(0).text());
        deliver(sender, message);
        assertThat(baked).hasSize(1);
    }

    @Test
    void aBucketThatStaysAwayFailsTheTask() {
        TaskSender sender = use(Map.of("LAMBDA_MAVEN__TASK_BUCKET", "large"));
        String message = stored(sender, "x".repeat(1_100_000));

        aws.always(400, "<Error><Code>ExpiredToken</Code></Error>");
        assertThatThrownBy(() -> deliver(sender, message)).isInstanceOf(AwsException.class);
        assertThat(baked).isEmpty();
    }

    /** Its state is written first: what nobody wrote down is not handed over. */
    @Test
    void aTableThatCannotBeWrittenHasNothingSent() {
        use(Map.of());
        aws.always(400, EXPIRED);

        assertThatThrownBy(() -> run("kept", "cake")).isInstanceOf(AwsException.class);

        assertThat(aws.sent)
                .allSatisfy(sent ->
                        assertThat(sent.headers().get("X-Amz-Target")).isEqualTo("DynamoDB_20120810.UpdateItem"));
    }

    @Test
    void aQueuedStateWhoseAnswerGotLostIsThere() {
        use(Map.of());
        aws.then(500, "").then(400, "{\"__type\":\"ConditionalCheckFailedException\"}");

        run("kept", "cake");

        assertThat(aws.sent).hasSize(3);
        assertThat(aws.sent.get(2).headers()).containsEntry("X-Amz-Target", "AmazonSQS.SendMessage");
    }
}
