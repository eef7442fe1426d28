package io.lambdamaven.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.api.Interceptor;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.task.Once;
import io.lambdamaven.runtime.task.States;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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

/** Methods that are called once for all events of a key: who is answered, what is kept, and what faults do. */
@Timeout(120)
class IdempotencyTest {
    private static final int ONE_METHOD = 0;
    private static final int OTHER_METHOD = 1;
    private static final int RECORDS = 2;

    private final AtomicInteger calls = new AtomicInteger();
    private StateTable table;
    private boolean refuses;
    private boolean settles;
    private Object result = Map.of("paid", true);
    private Type type = Map.class;
    private Throwable failure;
    private CountDownLatch meanwhile;

    private final class Handler extends RoutedHandler {
        Handler() {
            super(RouteTable.builder(Map.of())
                    .http(ONE_METHOD, "POST", "/pay/{shop}", "Orders.pay")
                    .http(OTHER_METHOD, "POST", "/other/{shop}", "Orders.pay")
                    .service(RECORDS, EventKind.SQS, new String[] {"q"}, Granularity.EACH, "parallel", "Orders.take")
                    .service(3, EventKind.SNS, new String[] {"q"}, Granularity.EACH, "", "Orders.take")
                    .service(4, EventKind.KINESIS, new String[] {"q"}, Granularity.EACH, "", "Orders.take")
                    .service(5, EventKind.DYNAMODB, new String[] {"q"}, Granularity.EACH, "", "Orders.take")
                    .service(6, EventKind.MSK, new String[] {"c", "q"}, Granularity.EACH, "", "Orders.take")
                    .service(7, EventKind.ACTIVEMQ, new String[] {"b", "q"}, Granularity.EACH, "", "Orders.take")
                    .service(10, EventKind.WEBSOCKET, new String[] {"pay"}, Granularity.WHOLE, "", "Orders.take")
                    .events(8, "{\"source\":[\"shop\"]}", "default", "Orders.take")
                    .s3(9, "b", new String[] {"s3:ObjectCreated:*"}, "", "", Granularity.EACH, "Orders.take")
                    .build());
        }

        @Override
        protected Interceptor[] interceptors() {
            return new Interceptor[] {
                new Interceptor() {
                    @Override
                    public void before(io.lambdamaven.api.Invocation invocation) {
                        if (refuses) {
                            throw new HttpException(401, "who are you");
                        }
                    }
                }
            };
        }

        @Override
        protected Object recover(int route, Exception thrown, Arguments in) throws Exception {
            if (settles) {
                return HttpResponse.of(200);
            }
            throw thrown;
        }

        @Override
        protected Once once(int route) {
            States states = new States(table.aws(), "states", Clock.systemUTC(), 1000);
            String key = route < RECORDS ? "header:Idempotency-Key" : route == 9 ? "key,sequencer" : "id";
            String owner = route == ONE_METHOD ? "a" : "b";
            return new Once(owner + ".Orders#pay()V", key, route < RECORDS ? type : void.class, states);
        }

        @Override
        protected Object call(int route, Arguments in) throws Exception {
            if (route < RECORDS) {
                in.at("order").payload(Map.class);
            }
            if (in.isOver()) {
                return in.earlier();
            }
            calls.incrementAndGet();
            if (meanwhile != null) {
                meanwhile.await();
            }
            if (failure instanceof Error error) {
                throw error;
            } else if (failure != null) {
                throw (Exception) failure;
            }
            return route < RECORDS ? result : null;
        }
    }

    @BeforeEach
    void open() throws IOException {
        table = new StateTable();
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void anInterceptorThatRefusesKeepsAKnownKeysAnswerBack() {
        assertThat(pay("/pay/a", "k", "", "{}")).contains("\"statusCode\":200");
        refuses = true;
        assertThat(pay("/pay/a", "k", "", "{}")).contains("\"statusCode\":401").doesNotContain("paid");
        refuses = false;
        assertThat(pay("/pay/a", "k", "", "{}")).contains("\"statusCode\":200", "paid");
        assertThat(calls).hasValue(1);
    }

    @Test
    void whatDoesNotBindIsRefusedAndHoldsNoKey() {
        assertThat(pay("/pay/a", "k", "", "[]")).contains("\"statusCode\":400");
        assertThat(table.items).isEmpty();
    }

    @Test
    void aKeyIsItsCallersOwn() {
        String first = pay("/pay/a", "k", jwt("ann"), "{}");
        result = Map.of("paid", "by bob");
        assertThat(pay("/pay/a", "k", jwt("bob"), "{}")).contains("by bob");
        assertThat(pay("/pay/a", "k", iam("arn:aws:iam::123456789012:user/ann"), "{}"))
                .contains("by bob");
        assertThat(pay("/pay/a", "k", lambda("one"), "{}")).contains("by bob");
        assertThat(pay("/pay/a", "k", lambda("two"), "{}")).contains("by bob");
        assertThat(calls).hasValue(5);
        assertThat(pay("/pay/a", "k", jwt("ann"), "{}")).isEqualTo(first);
        assertThat(calls).hasValue(5);
    }

    @Test
    void aCallersNextTokenIsTheSameCallers() {
        String first = pay("/pay/a", "k", claims("\"tenant\":\"one\",\"iat\":1,\"exp\":2,\"jti\":\"a\""), "{}");
        result = Map.of("paid", "again");
        assertThat(pay("/pay/a", "k", claims("\"tenant\":\"one\",\"iat\":3,\"exp\":4,\"jti\":\"b\""), "{}"))
                .isEqualTo(first);
        assertThat(pay("/pay/a", "k", claims("\"tenant\":\"two\",\"iat\":1,\"exp\":2,\"jti\":\"a\""), "{}"))
                .contains("again");
    }

    @Test
    void withoutACallerAKeyIsItsConnections() {
        handle(socket("C1"), Invocation.live());
        handle(socket("C1"), Invocation.live());
        assertThat(calls).hasValue(1);
        handle(socket("C2"), Invocation.live());
        assertThat(calls).hasValue(2);
    }

    private static String socket(String connection) {
        return "{\"requestContext\":{\"routeKey\":\"pay\",\"eventType\":\"MESSAGE\",\"connectionId\":\"" + connection
                + "\",\"messageId\":\"m\",\"apiId\":\"a\",\"stage\":\"dev\",\"domainName\":\"a.example\","
                + "\"requestId\":\"r\",\"extendedRequestId\":\"e\",\"messageDirection\":\"IN\"},"
                + "\"body\":\"{\\\"id\\\":1}\",\"isBase64Encoded\":false}";
    }

    @Test
    void anOptionalIsReplayedFullAndEmpty() {
        type = new ParameterizedType() {
            @Override
            public Type[] getActualTypeArguments() {
                return new Type[] {Integer.class};
            }

            @Override
            public Type getRawType() {
                return Optional.class;
            }

            @Override
            public Type getOwnerType() {
                return null;
            }
        };
        result = Optional.of(7);
        String full = pay("/pay/a", "full", "", "{}");
        result = Optional.empty();
        String empty = pay("/pay/a", "empty", "", "{}");
        result = Optional.of(8);

        assertThat(full).contains("\"statusCode\":200", "\"body\":\"7\"");
        assertThat(pay("/pay/a", "full", "", "{}")).isEqualTo(full);
        assertThat(empty).contains("\"statusCode\":404");
        assertThat(pay("/pay/a", "empty", "", "{}")).isEqualTo(empty);
        assertThat(calls).hasValue(2);
    }

    @Test
    void aKeyWithAnotherRequestIsUnprocessable() {
        pay("/pay/a", "k", "", "{}");
        assertThat(pay("/pay/b", "k", "", "{}"))
                .contains("\"statusCode\":422", "problem+json", "came before with another request");
        assertThat(pay("/pay/a", "k", "", "{\"x\":1}")).contains("\"statusCode\":422");
        assertThat(pay("/pay/a?x=1", "k", "", "{}")).contains("\"statusCode\":422");
        assertThat(calls).hasValue(1);
    }

    @Test
    void methodsOfOneSimpleNameHaveTheirOwnKeys() {
        pay("/pay/a", "k", "", "{}");
        assertThat(pay("/other/a", "k", "", "{}")).contains("\"statusCode\":200");
        assertThat(calls).hasValue(2);
    }

    @Test
    void anEmptyKeyIsNone() {
        assertThat(pay("/pay/a", " ", "", "{}")).contains("\"statusCode\":400");
        assertThat(calls).hasValue(0);
    }

    @Test
    void aResponseIsReplayedWithStatusHeadersCookiesAndBody() {
        type = HttpResponse.class;
        result = HttpResponse.of(201)
                .header("Location", "/x")
                .header("X-Two", "1")
                .header("X-Two", "2")
                .cookie("a=1; Path=/")
                .json(Map.of("price", 1.10));
        String first = pay("/pay/a", "json", "", "{}");
        result = HttpResponse.bytes(new byte[] {0, 1, (byte) 0xff}).header("Connection", "close");
        String bytes = pay("/pay/a", "bytes", "", "{}");
        result = HttpResponse.text("grüß");
        String text = pay("/pay/a", "text", "", "{}");
        result = HttpResponse.of(204);
        String nothing = pay("/pay/a", "none", "", "{}");
        result = HttpResponse.of(409);
        String refused = pay("/pay/a", "409", "", "{}");

        assertThat(first).contains("\"statusCode\":201", "1.1");
        assertThat(pay("/pay/a", "json", "", "{}")).isEqualTo(first);
        assertThat(pay("/pay/a", "text", "", "{}")).isEqualTo(text);
        assertThat(pay("/pay/a", "none", "", "{}")).isEqualTo(nothing);
        assertThat(pay("/pay/a", "409", "", "{}")).isEqualTo(refused).contains("\"statusCode\":409");
        assertThat(pay("/pay/a", "bytes", "", "{}"))
                .contains(Base64.getEncoder().encodeToString(new byte[] {0, 1, (byte) 0xff}))
                .doesNotContain("close");
        assertThat(bytes).contains("\"isBase64Encoded\":true");
        assertThat(calls).hasValue(5);
    }

    @Test
    void anAnswerOf500IsNotKept() {
        type = HttpResponse.class;
        result = HttpResponse.of(503);
        assertThat(pay("/pay/a", "k", "", "{}")).contains("\"statusCode\":503");
        result = HttpResponse.of(201);
        assertThat(pay("/pay/a", "k", "", "{}")).contains("\"statusCode\":201");
        assertThat(calls).hasValue(2);
    }

    @Test
    void aResultBeyondTheLimitFailsAndIsNotWorkedOutAgain() {
        result = Map.of("large", "x".repeat(390_000));
        assertThat(pay("/pay/a", "k", "", "{}")).contains("\"statusCode\":500");
        assertThat(pay("/pay/a", "k", "", "{}")).contains("\"statusCode\":500");
        assertThat(calls).hasValue(1);
    }

    @Test
    void anErrorLetsTheNextEventBegin() {
        failure = new StackOverflowError("deep");
        assertThatThrownBy(() -> pay("/pay/a", "k", "", "{}")).hasMessage("deep");
        failure = null;
        assertThat(pay("/pay/a", "k", "", "{}")).contains("\"statusCode\":200");
    }

    @Test
    void whatTheMethodThrewIsToldThoughItsKeyCannotBeReleased() {
        failure = new IllegalArgumentException("no such shop");
        table.faults.add("");
        table.faults.add("AccessDeniedException");
        Invocation invocation = Invocation.live();
        handle(request("/pay/a", "k", "", "{}"), invocation);
        assertThat(String.join("\n", invocation.log)).contains("no such shop", "Suppressed:", "AccessDenied");
    }

    @Test
    void anExceptionHandlerDoesNotSettleWhatWasNotCalled() {
        settles = true;
        table.faults.add("AccessDeniedException");
        assertThat(pay("/pay/a", "k", "", "{}")).contains("\"statusCode\":500");
        table.faults.add("AccessDeniedException");
        assertThat(handle(sqs("{\"id\":1}"), Invocation.live())).contains("itemIdentifier");
        assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThrottlingException", "InternalServerError", "lost"})
    void aPassingFaultAtAnyStepDoesNotCallTwice(String fault) {
        for (int step = 0; step < 2; step++) {
            for (int i = 0; i < step; i++) {
                table.faults.add("");
            }
            table.faults.add(fault);
            String key = fault + step;
            int before = calls.get();
            assertThat(pay("/pay/a", key, "", "{}")).contains("\"statusCode\":200");
            assertThat(pay("/pay/a", key, "", "{}")).contains("\"statusCode\":200");
            assertThat(calls).hasValue(before + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExpiredTokenException", "AccessDeniedException"})
    void aLastingFaultAtAnyStepFailsAndDoesNotCallTwice(String fault) {
        table.faults.add(fault);
        assertThat(pay("/pay/a", "k", "", "{}")).contains("\"statusCode\":500");
        assertThat(calls).hasValue(0);

        table.faults.add("");
        for (int i = 0; i < 20; i++) {
            table.faults.add(fault);
        }
        assertThat(pay("/pay/a", "k", "", "{}")).contains("\"statusCode\":500");
        table.faults.clear();
        assertThat(pay("/pay/a", "k", "", "{}")).contains("\"statusCode\":409");
        assertThat(calls).hasValue(1);
    }

    @Test
    void ofTwoAtOnceOneIsCalledAndTheOtherToldToWait() throws Exception {
        meanwhile = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(pool.submit(() -> pay("/pay/a", "k", "", "{}")));
        }
        int refused = 0;
        while (refused < 7) {
            Thread.sleep(20);
            refused = 0;
            for (Future<String> answer : answers) {
                refused += answer.isDone() ? 1 : 0;
            }
        }
        meanwhile.countDown();
        int conflicts = 0;
        for (Future<String> answer : answers) {
            conflicts += answer.get().contains("\"statusCode\":409") ? 1 : 0;
        }
        pool.shutdown();
        assertThat(calls).hasValue(1);
        assertThat(conflicts).isEqualTo(7);
    }

    @Test
    void eachRecordOfABatchHasItsKey() {
        String data = Base64.getEncoder().encodeToString("{\"id\":7}".getBytes(UTF_8));
        Map<String, String> events = new LinkedHashMap<>();
        events.put("sqs", sqs("{\"id\":7}"));
        events.put(
                "sns",
                "{\"Records\":[{\"EventSource\":\"aws:sns\",\"EventVersion\":\"1.0\",\"EventSubscriptionArn\":\"arn:aws:sns:eu-central-1:123456789012:q:1\",\"Sns\":{\"Type\":\"Notification\",\"MessageId\":\"m\",\"TopicArn\":\"arn:aws:sns:eu-central-1:123456789012:q\",\"Message\":\"{\\\"id\\\":7}\"}}]}");
        events.put(
                "kinesis",
                "{\"Records\":[{\"kinesis\":{\"kinesisSchemaVersion\":\"1.0\",\"partitionKey\":\"1\",\"sequenceNumber\":\"49\",\"data\":\""
                        + data
                        + "\",\"approximateArrivalTimestamp\":1.5},\"eventSource\":\"aws:kinesis\",\"eventVersion\":\"1.0\",\"eventID\":\"s:49\",\"eventName\":\"aws:kinesis:record\",\"invokeIdentityArn\":\"r\",\"awsRegion\":\"eu-central-1\",\"eventSourceARN\":\"arn:aws:kinesis:eu-central-1:123456789012:stream/q\"}]}");
        events.put(
                "dynamodb",
                "{\"Records\":[{\"eventID\":\"1\",\"eventName\":\"INSERT\",\"eventVersion\":\"1.1\",\"eventSource\":\"aws:dynamodb\",\"awsRegion\":\"eu-central-1\",\"dynamodb\":{\"Keys\":{\"id\":{\"N\":\"7\"}},\"NewImage\":{\"id\":{\"N\":\"7\"}},\"SequenceNumber\":\"111\",\"SizeBytes\":1,\"StreamViewType\":\"NEW_IMAGE\"},\"eventSourceARN\":\"arn:aws:dynamodb:eu-central-1:123456789012:table/q/stream/2026\"}]}");
        events.put(
                "kafka",
                "{\"eventSource\":\"aws:kafka\",\"eventSourceArn\":\"arn:aws:kafka:eu-central-1:123456789012:cluster/c/1-2\",\"bootstrapServers\":\"b\",\"records\":{\"q-0\":[{\"topic\":\"q\",\"partition\":0,\"offset\":1,\"timestamp\":1,\"timestampType\":\"CREATE_TIME\",\"value\":\""
                        + data + "\",\"headers\":[]}]}}");
        events.put(
                "mq",
                "{\"eventSource\":\"aws:mq\",\"eventSourceArn\":\"arn:aws:mq:eu-central-1:123456789012:broker:b:b-1\",\"messages\":[{\"messageID\":\"m\",\"messageType\":\"jms/text-message\",\"data\":\""
                        + data + "\",\"destination\":{\"physicalName\":\"q\"},\"redelivered\":false}]}");
        events.put(
                "eventbridge",
                "{\"version\":\"0\",\"id\":\"e\",\"detail-type\":\"t\",\"source\":\"shop\",\"account\":\"123456789012\",\"time\":\"2026-01-01T00:00:00Z\",\"region\":\"eu-central-1\",\"resources\":[],\"detail\":{\"id\":7}}");
        events.put(
                "s3",
                "{\"Records\":[{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"awsRegion\":\"eu-central-1\",\"eventTime\":\"2026-01-01T00:00:00Z\",\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"s3SchemaVersion\":\"1.0\",\"bucket\":{\"name\":\"b\",\"arn\":\"arn:aws:s3:::b\"},\"object\":{\"key\":\"k\",\"size\":1,\"eTag\":\"e\",\"sequencer\":\"1\"}}}]}");
        int expected = 0;
        for (Map.Entry<String, String> event : events.entrySet()) {
            handle(event.getValue(), Invocation.live());
            String again = handle(event.getValue(), Invocation.live());
            assertThat(again).as(event.getKey()).doesNotContain("itemIdentifier\":\"");
            assertThat(calls).as(event.getKey()).hasValue(++expected);
        }
    }

    @Test
    void messagesSideBySideAreCalledOnceForAKey() {
        String[] bodies = {"{\"id\":1}", "{\"id\":2}", "{\"id\":3}", "{\"id\":4}"};
        assertThat(handle(sqs(bodies), Invocation.live())).contains("\"batchItemFailures\":[]");
        assertThat(handle(sqs(bodies), Invocation.live())).contains("\"batchItemFailures\":[]");
        assertThat(calls).hasValue(4);
        assertThat(handle(sqs("{\"id\":1,\"more\":2}"), Invocation.live())).contains("m0");
    }

    private String pay(String path, String key, String authorizer, String body) {
        return handle(request(path, key, authorizer, body), Invocation.live());
    }

    private static String request(String pathAndQuery, String key, String authorizer, String body) {
        String[] parts = pathAndQuery.split("\\?", -1);
        String query = parts.length > 1 ? parts[1] : "";
        return "{\"version\":\"2.0\",\"routeKey\":\"$default\",\"rawPath\":\"" + parts[0] + "\",\"rawQueryString\":\""
                + query + "\",\"headers\":{\"content-type\":\"application/json\",\"idempotency-key\":\"" + key
                + "\"},\"requestContext\":{" + authorizer
                + "\"http\":{\"method\":\"POST\",\"path\":\"" + parts[0]
                + "\",\"protocol\":\"HTTP/1.1\",\"sourceIp\":\"1.2.3.4\"},\"routeKey\":\"$default\",\"stage\":\"$default\"},\"body\":\""
                + body.replace("\"", "\\\"") + "\",\"isBase64Encoded\":false}";
    }

    private static String jwt(String subject) {
        return "\"authorizer\":{\"jwt\":{\"claims\":{\"sub\":\"" + subject + "\"}}},";
    }

    private static String claims(String members) {
        return "\"authorizer\":{\"jwt\":{\"claims\":{" + members + "}}},";
    }

    private static String iam(String arn) {
        return "\"authorizer\":{\"iam\":{\"userArn\":\"" + arn + "\"}},";
    }

    private static String lambda(String tenant) {
        return "\"authorizer\":{\"lambda\":{\"tenant\":\"" + tenant + "\"}},";
    }

    private static String sqs(String... bodies) {
        List<Object> records = new ArrayList<>();
        for (int i = 0; i < bodies.length; i++) {
            records.add(Map.of(
                    "messageId",
                    "m" + i,
                    "eventSource",
                    "aws:sqs",
                    "eventSourceARN",
                    "arn:aws:sqs:eu-central-1:123456789012:q",
                    "body",
                    bodies[i]));
        }
        return new String(Json.write(Map.of("Records", records)), UTF_8);
    }

    private String handle(String event, Invocation invocation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new Handler().handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, invocation);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(UTF_8);
    }
}
