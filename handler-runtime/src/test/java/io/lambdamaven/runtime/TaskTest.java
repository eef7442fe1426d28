package io.lambdamaven.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.api.Connections;
import io.lambdamaven.api.TaskHandle;
import io.lambdamaven.api.TaskStatus.State;
import io.lambdamaven.api.Tasks;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.route.UnroutableEventException;
import io.lambdamaven.runtime.task.Once;
import io.lambdamaven.runtime.task.States;
import io.lambdamaven.runtime.task.TaskSender;
import io.lambdamaven.runtime.task.TaskTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks from the call to the method, over queues, topics and tables that somebody else has written. */
@Timeout(120)
class TaskTest {
    private static final String SHOP = "arn:aws:lambda:eu-central-1:123456789012:function:shop-dev";
    private static final String QUEUE = "arn:aws:sqs:eu-central-1:123456789012:shop-dev-tasks";
    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:shop-dev-tasks";
    private static final AwsService SQS = AwsService.json("SQS", "sqs", "AmazonSQS");
    private static final AwsService DYNAMODB = AwsService.json("DynamoDB", "dynamodb", "DynamoDB_20120810");

    private static String url;
    private static Process process;

    private final Kitchen kitchen = new Kitchen();
    private final TaskSender sender = new TaskSender(table(), aws(), places(Map.of()));
    private final Handler handler = new Handler();

    static final class Kitchen {
        final AtomicInteger baked = new AtomicInteger();
        boolean burns;
        String mailed;

        public void mail(String text) {
            mailed = text;
        }

        public String bake(String cake, int count) {
            baked.incrementAndGet();
            if (burns) {
                throw new IllegalStateException("burnt");
            }
            return cake + " x" + count;
        }

        public void wash() {
            baked.incrementAndGet();
        }

        public void tell(String to, Connections connections) {}

        public void unknown() {}
    }

    private final class Handler extends RoutedHandler {
        Handler() {
            super(RouteTable.builder(Map.of()).invoke(1, "Kitchen.order").build());
        }

        @Override
        protected TaskSender tasks() {
            return sender;
        }

        @Override
        protected Once once(int route) {
            return route == 1 ? new Once("Kitchen#order", "order.id", Map.class, sender.states()) : null;
        }

        @Override
        protected Object call(int route, Arguments in) {
            return switch (route) {
                case 0 ->
                    kitchen.bake(
                            in.at("cake").argument(0, String.class),
                            in.at("count").argument(1, Integer.class));
                case 1 ->
                    in.isOver() ? in.earlier() : Map.of("baked", kitchen.bake("pie", 1), "count", kitchen.baked.get());
                case 4 -> {
                    kitchen.mail(in.at("text").argument(0, String.class));
                    yield null;
                }
                default -> {
                    kitchen.wash();
                    yield null;
                }
            };
        }
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        if (!Boolean.getBoolean("lambda.moto.required")) {
            Assumptions.assumeTrue(isInstalled(), "moto_server is not on the PATH");
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        url = "http://127.0.0.1:" + port;
        process = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int i = 0; i < 600 && process.isAlive() && !answers(); i++) {
            Thread.sleep(100);
        }
        json(SQS, "CreateQueue", Map.of("QueueName", "shop-dev-tasks"));
        json(SQS, "CreateQueue", Map.of("QueueName", "subscriber"));
        sns("Action=CreateTopic&Name=shop-dev-tasks");
        sns("Action=Subscribe&Protocol=sqs&TopicArn=" + TOPIC
                + "&Endpoint=arn:aws:sqs:eu-central-1:123456789012:subscriber");
        json(
                DYNAMODB,
                "CreateTable",
                Map.of(
                        "TableName",
                        "shop-dev-tasks",
                        "BillingMode",
                        "PAY_PER_REQUEST",
                        "AttributeDefinitions",
                        List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
                        "KeySchema",
                        List.of(Map.of("AttributeName", "id", "KeyType", "HASH"))));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }

    @BeforeEach
    void use() {
        Tasks.use(sender);
    }

    @AfterEach
    void leave() {
        Tasks.use(null);
    }

    @Test
    void aQueuedTaskRunsAndItsResultIsKept() {
        TaskHandle handle = Tasks.run(kitchen::bake, "cake", 3);
        assertThat(Tasks.status(handle).state()).isEqualTo(State.QUEUED);
        assertThat(Tasks.result(handle, String.class)).isEmpty();
        assertThat(kitchen.baked).hasValue(0);

        assertThat(handle("live", event(QUEUE, received()))).isEqualTo("{\"batchItemFailures\":[]}");

        assertThat(Tasks.status(handle).state()).isEqualTo(State.DONE);
        assertThat(Tasks.status(handle).result()).isEqualTo("\"cake x3\"");
        assertThat(Tasks.result(handle, String.class)).contains("cake x3");
    }

    @Test
    void connectionsAreNotSent() {
        Connections own = (Connections) Proxy.newProxyInstance(
                Connections.class.getClassLoader(), new Class<?>[] {Connections.class}, (proxy, method, in) -> null);

        Tasks.run(kitchen::tell, "c-1", own);

        assertThat(received()).contains("[\"c-1\",null]");
    }

    @Test
    void aTaskDeliveredTwiceRunsOnce() {
        Tasks.run(kitchen::bake, "cake", 3);
        String event = event(QUEUE, received());

        handle("live", event);
        assertThat(handle("live", event)).isEqualTo("{\"batchItemFailures\":[]}");

        assertThat(kitchen.baked).hasValue(1);
    }

    @Test
    void whereNoTaskKeepsAnythingNothingIsKnown() {
        TaskSender sender = new TaskSender(table(), aws(), Map.of());

        assertThat(sender.status(new TaskHandle("x")).state()).isEqualTo(State.UNKNOWN);
        assertThat(sender.result(new TaskHandle("x"), String.class)).isEmpty();
    }

    @Test
    void aTaskAtWorkElsewhereIsGivenBack() {
        TaskHandle handle = Tasks.run(kitchen::bake, "cake", 3);
        States.Begun other = sender.states().begin(TaskSender.key(handle.id()), 60_000);

        assertThat(handle("live", event(QUEUE, received()))).contains("\"itemIdentifier\":\"m1\"");

        assertThat(other.isMine()).isTrue();
        assertThat(kitchen.baked).hasValue(0);
        assertThat(Tasks.status(handle).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void aTaskWhoseHolderWasCutOffIsTakenUpAgain() throws InterruptedException {
        TaskHandle handle = Tasks.run(kitchen::bake, "cake", 3);
        States.Begun cutOff = sender.states().begin(TaskSender.key(handle.id()), 1);
        Thread.sleep(20);

        handle("live", event(QUEUE, received()));

        assertThat(kitchen.baked).hasValue(1);
        assertThatThrownBy(() -> sender.states().done(TaskSender.key(handle.id()), cutOff.owner(), Json.nothing()))
                .hasMessageContaining("was begun again");
    }

    @Test
    void aFailedTaskTellsItsErrorAndMayRunAgain() {
        kitchen.burns = true;
        TaskHandle handle = Tasks.run(kitchen::bake, "cake", 3);
        String event = event(QUEUE, received());

        assertThat(handle("live", event)).contains("\"itemIdentifier\":\"m1\"");
        assertThat(Tasks.status(handle).state()).isEqualTo(State.FAILED);
        assertThat(Tasks.status(handle).error()).contains("burnt");
        assertThatThrownBy(() -> Tasks.result(handle, String.class))
                .hasMessage("task " + handle.id() + " failed: java.lang.IllegalStateException: burnt");

        kitchen.burns = false;
        handle("live", event);
        assertThat(Tasks.status(handle).state()).isEqualTo(State.DONE);
        assertThat(Tasks.status(handle).error()).isNull();
    }

    @Test
    void aMessageOfAnotherQueueIsNoTask() {
        Tasks.run(kitchen::bake, "cake", 3);
        String event = event(QUEUE + "-of-somebody", received());

        assertThatThrownBy(() -> handle("live", event)).isInstanceOf(UnroutableEventException.class);
        assertThat(kitchen.baked).hasValue(0);
    }

    @Test
    void aTopicOfOursCarriesTasksAndNoOther() {
        String message = "{\"task\":\"wash\",\"id\":\"1\",\"args\":[]}";

        handle("live", notification(TOPIC, message));
        assertThat(kitchen.baked).hasValue(1);
        assertThatThrownBy(() -> handle("live", notification(TOPIC + "2", message)))
                .isInstanceOf(UnroutableEventException.class);
        assertThat(kitchen.baked).hasValue(1);
    }

    /** The emulator keeps accounts of its own; what it takes for this topic a subscribed queue has. */
    @Test
    void whatIsPublishedArrivesAsItWasSent() {
        TaskHandle handle = Tasks.run(kitchen::mail, "K\u00e4se & \"+\" 100%\n\uD83C\uDF70");

        EventObject envelope = EventObject.of(received("subscriber").getBytes(UTF_8));
        assertThat(envelope.text("TopicArn")).isEqualTo(TOPIC);
        String message = envelope.text("Message");
        assertThat(message).contains("\"id\":\"" + handle.id() + "\"");

        handle("live", notification(TOPIC, message));
        assertThat(kitchen.mailed).isEqualTo("K\u00e4se & \"+\" 100%\n\uD83C\uDF70");
    }

    @Test
    void aPayloadIsATaskThroughOpsAlone() {
        String message = "{\"task\":\"wash\",\"id\":\"1\",\"args\":[],\"order\":{\"id\":\"ops\"}}";

        handle("ops", message);
        assertThat(kitchen.baked).hasValue(1);
        assertThat(handle("live", message)).contains("pie x1");
    }

    @Test
    void whatWasNotCompiledInDoesNotRun() {
        String[] names = {"java.lang.Runtime", "Kitchen.wash", "", "elsewhere"};
        for (String name : names) {
            assertThatThrownBy(() -> handle("ops", "{\"task\":\"" + name + "\",\"id\":\"1\",\"args\":[]}"))
                    .hasMessageContaining("no task of this function");
        }
        assertThatThrownBy(() -> Tasks.run(kitchen::unknown)).hasMessageContaining("is not among the tasks");
        assertThatThrownBy(() -> Tasks.run(() -> kitchen.wash())).hasMessageContaining("is not among the tasks");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsSent() {
        String large = "x".repeat(1_100_000);

        assertThatThrownBy(() -> Tasks.run(kitchen::bake, large, 1))
                .hasMessageContaining("its transport takes 1048576")
                .hasMessageContaining("pass less");
    }

    @Test
    void withoutAHandlerTheMethodIsCalledAtOnce() {
        Tasks.use(null);

        TaskHandle handle = Tasks.run(kitchen::bake, "cake", 3);

        assertThat(kitchen.baked).hasValue(1);
        assertThat(Tasks.status(handle).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void eventsOfOneKeyGetOneResult() {
        String first = handle("live", "{\"order\":{\"id\":\"a\"}}");

        assertThat(handle("live", "{\"order\":{\"id\":\"a\"}}")).isEqualTo(first);
        assertThatThrownBy(() -> handle("live", "{\"order\":{\"id\":\"a\"},\"more\":1}"))
                .hasMessageContaining("'order.id' of this event came before with another payload");
        assertThat(kitchen.baked).hasValue(1);
        handle("live", "{\"order\":{\"id\":\"b\"}}");
        assertThat(kitchen.baked).hasValue(2);
    }

    @Test
    void aFailedCallMayBeMadeAgain() {
        kitchen.burns = true;
        assertThatThrownBy(() -> handle("live", "{\"order\":{\"id\":\"c\"}}")).hasMessage("burnt");

        kitchen.burns = false;
        assertThat(handle("live", "{\"order\":{\"id\":\"c\"}}")).contains("pie x1");
    }

    @Test
    void anEventWithoutItsKeyIsRefused() {
        assertThatThrownBy(() -> handle("live", "{\"order\":{}}")).hasMessageContaining("nothing at 'order.id'");
        assertThat(kitchen.baked).hasValue(0);
    }

    private String handle(String alias, String event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, Invocation.through(alias));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(UTF_8);
    }

    private static TaskTable table() {
        String owner = Kitchen.class.getName();
        return new TaskTable()
                .add(new TaskTable.Entry(
                        "bake",
                        0,
                        owner,
                        "bake",
                        "(Ljava/lang/String;I)Ljava/lang/String;",
                        "shop",
                        "sqs capture idempotent"))
                .add(new TaskTable.Entry(
                        "tell",
                        3,
                        owner,
                        "tell",
                        "(Ljava/lang/String;Lio/lambdamaven/api/Connections;)V",
                        "shop",
                        "sqs"))
                .add(new TaskTable.Entry("wash", 2, owner, "wash", "()V", "shop", "lambda"))
                .add(new TaskTable.Entry("mail", 4, owner, "mail", "(Ljava/lang/String;)V", "shop", "sns"))
                .add(new TaskTable.Entry("elsewhere", -1, owner, "away", "()V", "other", "lambda"));
    }

    private static Map<String, String> places(Map<String, String> more) {
        Map<String, String> places = new HashMap<>(more);
        places.put("AWS_LAMBDA_FUNCTION_NAME", "shop-dev");
        places.put("LAMBDA_MAVEN__TASK_FUNCTIONS", "other=" + SHOP.replace("shop", "other") + " shop=" + SHOP);
        places.put("LAMBDA_MAVEN__TASK_TABLE", "shop-dev-tasks");
        return places;
    }

    private static Aws aws() {
        return new Aws(Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_ENDPOINT_URL", String.valueOf(url)));
    }

    private static byte[] json(AwsService service, String operation, Map<String, Object> input) {
        return aws().send(
                        AwsRequest.json(service, operation, Json.write(input))
                                .header("Content-Type", "application/x-amz-json-1.0"),
                        Deadline.in(10_000))
                .body();
    }

    private static void sns(String form) {
        aws().send(
                        AwsRequest.of(new AwsService("SNS", "sns", "sns", ""), "any", "POST", "/")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .body((form + "&Version=2010-03-31").getBytes(UTF_8)),
                        Deadline.in(10_000));
    }

    private static String received() {
        return received("shop-dev-tasks");
    }

    private static String received(String queue) {
        Map<String, Object> input = Map.of("QueueUrl", "https://sqs.eu-central-1.amazonaws.com/123456789012/" + queue);
        Object message = EventObject.of(json(SQS, "ReceiveMessage", input))
                .list("Messages")
                .get(0);
        json(
                SQS,
                "DeleteMessage",
                Map.of(
                        "QueueUrl",
                        input.get("QueueUrl"),
                        "ReceiptHandle",
                        EventObject.of(message).text("ReceiptHandle")));
        return EventObject.of(message).text("Body");
    }

    private static String event(String queue, String body) {
        return new String(
                Json.write(Map.of(
                        "Records",
                        List.of(Map.of(
                                "messageId", "m1", "eventSource", "aws:sqs", "eventSourceARN", queue, "body", body)))),
                UTF_8);
    }

    private static String notification(String topic, String message) {
        return new String(
                Json.write(Map.of(
                        "Records",
                        List.of(Map.of(
                                "EventSource",
                                "aws:sns",
                                "EventVersion",
                                "1.0",
                                "EventSubscriptionArn",
                                topic + ":1",
                                "Sns",
                                Map.of("Type", "Notification", "TopicArn", topic, "Message", message))))),
                UTF_8);
    }

    private static boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(url + "/moto-api/data.json").toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isInstalled() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "moto_server"))) {
                return true;
            }
        }
        return false;
    }
}
