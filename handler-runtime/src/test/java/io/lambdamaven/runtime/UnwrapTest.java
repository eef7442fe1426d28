package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lambdamaven.api.S3Object;
import io.lambdamaven.api.SnsMessage;
import io.lambdamaven.api.SqsMessage;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnwrapTest {
    record Order(String id) {}

    private static final String S3_EVENT = Events.s3("ObjectCreated:Put", "a+b.csv", "c.csv");
    private static final String NOTIFICATION = """
            {"Type":"Notification","MessageId":"n-1","TopicArn":"arn:aws:sns:eu-central-1:123456789012:orders",
             "Message":%s,"Timestamp":"2026-01-01T00:00:00.000Z",
             "MessageAttributes":{"kind":{"Type":"String","Value":"new"}}}""";
    private static final String OBJECT_CREATED = """
            {"version":"0","id":"1","detail-type":"Object Created","source":"aws.s3","account":"1",
             "time":"2026-01-01T00:00:00Z","region":"eu-central-1","resources":["arn:aws:s3:::in"],
             "detail":{"bucket":{"name":"in"},"object":{"key":"a+b.csv","size":5,"etag":"e","version-id":"v",
             "sequencer":"0A"},"reason":"CopyObject"}}""";

    private final Invocation context = Invocation.live();
    private final List<Object> seen = new ArrayList<>();

    @Test
    void aNotificationsMessageIsThePayload() throws IOException {
        String body = NOTIFICATION.formatted(Events.quoted("{\"id\":\"7\"}"));

        each(Order.class, body);
        each(String.class, body);
        each(SnsMessage.class, body);
        each(SqsMessage.class, body);

        assertThat(seen.get(0)).isEqualTo(new Order("7"));
        assertThat(seen.get(1)).isEqualTo("{\"id\":\"7\"}");
        assertThat(((SnsMessage) seen.get(2)).messageAttributes()).containsEntry("kind", "new");
        assertThat(((SqsMessage) seen.get(3)).body()).isEqualTo(body);
    }

    @Test
    void everyObjectOfAnS3EventIsAPayloadAlsoWithinANotification() throws IOException {
        each(S3Object.class, S3_EVENT);
        each(S3Object.class, NOTIFICATION.formatted(Events.quoted(S3_EVENT)));
        each(JsonNode.class, S3_EVENT);

        assertThat(seen.subList(0, 4))
                .extracting(object -> ((S3Object) object).key())
                .containsExactly("a b.csv", "c.csv", "a b.csv", "c.csv");
        assertThat(((JsonNode) seen.get(5)).at("/s3/object/key").asText()).isEqualTo("c.csv");
    }

    @Test
    void aFailureAtOneObjectGivesBackItsMessage() throws IOException {
        MethodHandler handler = handler(in -> {
            if (in.payload(S3Object.class).key().equals("c.csv")) {
                throw new IllegalStateException("no");
            }
            return null;
        });

        assertThat(handler.invoke(Events.sqs("orders", S3_EVENT, OBJECT_CREATED), context))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
    }

    @Test
    void anEventsDetailIsThePayloadAndS3sOneAnObject() throws IOException {
        each(S3Object.class, OBJECT_CREATED);
        each(JsonNode.class, OBJECT_CREATED.replace("aws.s3", "shop"));

        S3Object object = (S3Object) seen.get(0);
        assertThat(object.key()).isEqualTo("a+b.csv");
        assertThat(object.eventName()).isEqualTo("ObjectCreated:Copy");
        assertThat(object.versionId()).isEqualTo("v");
        assertThat(((JsonNode) seen.get(1)).get("reason").asText()).isEqualTo("CopyObject");
    }

    @Test
    void whatIsNotWrappedIsTheBodyAsItIs() throws IOException {
        each(String.class, "hello");
        each(Order.class, "{\"id\":\"1\"}");
        each(String.class, "[1]");

        assertThat(seen).containsExactly("hello", new Order("1"), "[1]");
    }

    @Test
    void whatIsNotTheWantedKindFailsItsMessage() throws IOException {
        assertThat(each(S3Object.class, "{\"id\":\"1\"}")).contains("m-1");
        assertThat(each(SnsMessage.class, "hello")).contains("m-1");

        assertThat(context.log.get(0)).contains("the body of message m-1 is not an event of S3");
        assertThat(context.log.get(1)).contains("the body of message m-1 is not a notification of SNS");
    }

    @Test
    void s3sTestMessageReachesNobody() throws IOException {
        String test = "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"in\"}";

        assertThat(each(S3Object.class, test)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(seen).isEmpty();
        assertThat(context.log).singleElement().asString().contains("message m-1 is S3's own test, left out");
    }

    @Test
    void aBatchIsUnwrappedToo() throws IOException {
        MethodHandler handler = MethodHandler.of(
                EventKind.SQS,
                RouteTable.WHOLE,
                "unwrap",
                in -> {
                    seen.addAll(in.payloads(S3Object.class));
                    return null;
                },
                "orders");

        handler.invoke(Events.sqs("orders", S3_EVENT, OBJECT_CREATED), context);

        assertThat(seen).hasSize(3);
    }

    private String each(Class<?> type, String body) throws IOException {
        return handler(in -> seen.add(in.payload(type))).invoke(Events.sqs("orders", body), context);
    }

    private static MethodHandler handler(MethodHandler.Method method) {
        return MethodHandler.of(EventKind.SQS, RouteTable.EACH, "unwrap", method, "orders");
    }
}
