package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.S3Object;
import io.lambdamaven.api.SqsMessage;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of two equal keys the one that finds the route is the one that the method reads, or the event is refused. */
class DuplicateKeysTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Events that read one way by their first keys, another by their last. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Records':[{'eventSource':'aws:sqs','eventSourceARN':'a','body':'1'}],'Records':[]}",
                "{'Records':[{'eventSource':'aws:sqs','eventSourceARN':'a','body':'1'}],'\\u0052ecords':[]}",
                "{'Records':[{'eventSource':'aws:sqs','eventSource':'aws:s3','eventSourceARN':'a'}]}",
                "{'Records':[{'eventSource':'aws:sqs','eventSourceARN':'a','eventSourceARN':'b','body':'1'}]}",
                "{'Records':[{'eventSource':'aws:sqs','eventSourceARN':5,'eventSourceARN':'b','body':'1'}]}",
                "{'Records':[{'eventSource':'aws:kinesis','eventSourceARN':'a','kinesis':{},'kinesis':{}}]}",
                "{'Records':[{'eventSource':'aws:dynamodb','eventSourceARN':'a','dynamodb':{},'dynamodb':{}}]}",
                "{'Records':[{'EventSource':'aws:sns','Sns':{'TopicArn':'a','TopicArn':'b','Message':'m'}}]}",
                "{'Records':[{'EventSource':'aws:sns','Sns':{'TopicArn':'a'},'Sns':{'TopicArn':'b'}}]}",
                "{'Records':[{'EventSource':'aws:sns','Sns':{'Message':'m'},'Sns':{'TopicArn':'b'}}]}",
                "{'eventSource':'aws:kafka','eventSourceArn':'a','eventSourceArn':'b','records':{}}",
                "{'eventSource':'aws:kafka','eventSourceArn':'a','records':{},'records':{'t-0':[]}}",
                "{'eventSource':'aws:mq','eventSource':'aws:rmq','eventSourceArn':'a','messages':[]}",
                "{'records':[],'deliveryStreamArn':'a','deliveryStreamArn':'b'}",
                "{'detail-type':'a','source':'s','detail':{},'detail-type':'b'}",
                "{'detail-type':'a','source':'s','source':'t','detail':{}}",
                "{'detail-type':'a','source':'s','detail':{'a':1},'detail':{'a':2}}",
                "{'detail-type':'Scheduled Event','source':'aws.events','resources':['a'],'resources':['b'],'detail':{}}",
                "{'source':'aws.cloudwatch','alarmArn':'a','alarmArn':'b'}",
                "{'awslogs':{'data':'a'},'awslogs':{'data':'b'}}",
                "{'awslogs':{'data':'a','data':'b'}}",
                "{'triggerSource':'PreSignUp_SignUp','triggerSource':'PostConfirmation_X','userPoolId':'p'}",
                "{'SecretId':'a','SecretId':'b','Step':'createSecret'}",
                "{'SecretId':'a','Step':'createSecret','Step':'finishSecret'}",
                "{'RequestType':'Create','RequestType':'Delete','StackId':'s'}",
                "{'username':'u','protocol':'SFTP','serverId':'a','serverId':'b'}",
                "{'type':'TOKEN','methodArn':'a','authorizationToken':'t','methodArn':'b'}",
                "{'type':'REQUEST','routeArn':'a','routeArn':'b'}",
                "{'requestContext':{'connectionId':'c','eventType':'MESSAGE','routeKey':'a','routeKey':'b'}}",
                "{'httpMethod':'GET','path':'/open','requestContext':{'stage':'p'},'path':'/closed'}",
                "{'httpMethod':'GET','httpMethod':'DELETE','path':'/','requestContext':{'stage':'p'}}",
                "{'requestContext':{'http':{'method':'GET'}},'rawPath':'/open','rawPath':'/closed'}",
                "{'requestContext':{'http':{'method':'GET','method':'DELETE'}},'rawPath':'/'}",
                "{'requestContext':{'http':{'method':'GET'},'http':{'method':'DELETE'}},'rawPath':'/'}",
                "{'requestContext':{'http':{'method':'GET'}},'requestContext':{'elb':{}},'rawPath':'/'}",
                "{'requestContext':{'elb':{}},'httpMethod':'GET','path':'/open','path':null}",
                "{'raw_path':'/open','raw_path':'/closed','is_base64_encoded':false,'method':'GET'}",
                "{'version':'2.0','requestContext':{'serviceNetworkArn':'n'},'path':'/a','method':'GET','method':'PUT'}"
            })
    void aKeyThatTellsEventsApartStandsThereOnce(String event) {
        EveryMethod every = new EveryMethod();

        assertThatThrownBy(() -> every.handler.invoke(event.replace('\'', '"'), Invocation.live()))
                .isInstanceOf(BindException.class)
                .hasMessageMatching("the event has the key '[A-Za-z_-]+' twice");
        assertThat(every.called).isEmpty();
    }

    @Test
    void aDirectInvocationIsWhatItsSenderShaped() throws IOException {
        EveryMethod every = new EveryMethod();
        every.handler.invoke("{\"path\":1,\"path\":2}", Invocation.live());

        // As text it is the bytes that came; as values it is refused.
        assertThat(every.called).containsExactly("{\"path\":1,\"path\":2}");
        assertThatThrownBy(() -> handler(
                                RouteTable.builder(Map.of()).invoke(0, "a").build(), in -> in.payload(Map.class))
                        .invoke("{\"path\":1,\"path\":2}", Invocation.live()))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("has the key 'path' twice");
    }

    @Test
    void whereTheFirstOccurrenceIsNullTheNextCountsForAll() throws IOException {
        List<String> queues = new ArrayList<>();
        MethodHandler handler = MethodHandler.of(
                EventKind.SQS,
                RouteTable.EACH,
                "",
                in -> {
                    queues.add(in.payload(SqsMessage.class).queueArn());
                    return null;
                },
                "b");
        handler.invoke(
                "{\"Records\":null,\"Records\":[{\"eventSource\":\"aws:sqs\",\"messageId\":\"1\",\"body\":\"\","
                        + "\"eventSourceARN\":null,\"eventSourceARN\":\"arn:aws:sqs:eu-central-1:1:b\"}]}",
                Invocation.live());

        assertThat(queues).containsExactly("arn:aws:sqs:eu-central-1:1:b");
    }

    @Test
    void laterRecordsAreRoutedAndReadByTheFirstOccurrence() throws IOException {
        String event = "{\"Records\":[" + message("arn:aws:sqs:e:1:a", "") + ","
                + message("arn:aws:sqs:e:1:a", ",\"eventSourceARN\":\"arn:aws:sqs:e:1:b\",\"body\":\"evil\"") + "]}";
        List<String> read = new ArrayList<>();
        MethodHandler handler = MethodHandler.of(
                EventKind.SQS,
                RouteTable.EACH,
                "",
                in -> {
                    SqsMessage message = in.payload(SqsMessage.class);
                    read.add(message.queueArn() + " " + message.body());
                    return null;
                },
                "a");
        handler.invoke(event, Invocation.live());

        assertThat(read).containsExactly("arn:aws:sqs:e:1:a fine", "arn:aws:sqs:e:1:a fine");
        assertThatThrownBy(() -> MethodHandler.of(
                                EventKind.SQS, RouteTable.WHOLE, "", in -> in.awsEvent(SQSEvent.class), "a")
                        .invoke(event, Invocation.live()))
                .isInstanceOf(BindException.class)
                .hasMessage("the event is not JSON that can be read here: it has the key 'eventSourceARN' twice");
    }

    private static String message(String queue, String more) {
        return "{\"eventSource\":\"aws:sqs\",\"messageId\":\"1\",\"eventSourceARN\":\"" + queue + "\",\"body\":\"fine\""
                + more + "}";
    }

    @Test
    void anotherCaseIsAnotherKey() throws IOException {
        String event = "{\"Records\":[" + message("arn:aws:sqs:e:1:a", ",\"eventSourceArn\":\"arn:aws:sqs:e:1:b\"")
                + "],\"records\":[" + message("arn:aws:sqs:e:1:c", "") + "]}";
        List<String> queues = new ArrayList<>();
        MethodHandler.of(
                        EventKind.SQS,
                        RouteTable.WHOLE,
                        "",
                        in -> {
                            for (SQSEvent.SQSMessage message :
                                    in.awsEvent(SQSEvent.class).getRecords()) {
                                queues.add(message.getEventSourceArn());
                            }
                            return null;
                        },
                        "a")
                .invoke(event, Invocation.live());

        assertThat(queues).containsExactly("arn:aws:sqs:e:1:a");
    }

    /** Only the first record's keys are met by recognition; of the others the first occurrence counts. */
    private static final String S3_RECORD = "{\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectCreated:Put\",\"s3\":"
            + "{\"bucket\":{\"name\":\"in\"},\"object\":{\"key\":\"first\"}}}";

    @ParameterizedTest
    @ValueSource(strings = {"\"eventName\":\"x\"", "\"s3\":{}", "\"eventSource\":\"aws:sqs\""})
    void anObjectsRecordThatRepeatsWhatItIsRoutedByIsRefused(String more) {
        String event = "{\"Records\":[" + S3_RECORD.substring(0, S3_RECORD.length() - 1) + "," + more + "}]}";

        assertThatThrownBy(() -> handler(
                                RouteTable.builder(Map.of())
                                        .s3(0, "in", new String[] {"ObjectCreated:*"}, "", "", RouteTable.WHOLE, "a")
                                        .build(),
                                in -> null)
                        .invoke(event, Invocation.live()))
                .isInstanceOf(BindException.class)
                .hasMessageEndingWith("twice");
    }

    @Test
    void anObjectIsRoutedAndReadByTheFirstOccurrence() throws IOException {
        String record = "{\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":"
                + "\"in\",\"name\":\"x\"},\"object\":{\"key\":\"first\",\"key\":\"x\"},\"object\":{\"size\":9}}";
        String events = "{\"Records\":[" + S3_RECORD + ","
                + record + ",\"eventName\":\"ObjectRemoved:Delete\",\"s3\":{\"bucket\":{\"name\":\"x\"},\"object\":{"
                + "\"versionId\":\"x\"}}}]}";
        List<S3Object> objects = new ArrayList<>();
        handler(
                        RouteTable.builder(Map.of())
                                .s3(0, "in", new String[] {"ObjectCreated:*"}, "", "", RouteTable.EACH, "a")
                                .build(),
                        in -> objects.add(in.payload(S3Object.class)))
                .invoke(events, Invocation.live());

        assertThat(objects).hasSize(2).allSatisfy(object -> {
            assertThat(object.bucket()).isEqualTo("in");
            assertThat(object.key()).isEqualTo("first");
            assertThat(object.eventName()).isEqualTo("ObjectCreated:Put");
            assertThat(object.versionId()).isNull();
        });
    }

    @Test
    void aRequestIsReadByTheFirstOccurrenceOfAllItsParts() throws IOException {
        String event = "{\"version\":\"2.0\",\"rawPath\":\"/a\",\"rawQueryString\":\"a=1\",\"rawQueryString\":\"a=2\","
                + "\"headers\":{\"x\":\"1\"},\"headers\":{\"x\":\"2\"},\"cookies\":[\"c=1\"],\"cookies\":[\"c=2\"],"
                + "\"requestContext\":{\"http\":{\"method\":\"POST\",\"sourceIp\":\"192.0.2.1\",\"sourceIp\":\"::1\"}},"
                + "\"body\":\"first\",\"body\":\"c2Vjb25k\",\"isBase64Encoded\":false,\"isBase64Encoded\":true}";
        List<HttpRequest> requests = new ArrayList<>();
        RouteTable routes =
                RouteTable.builder(Map.of()).http(0, "POST", "/a", "a").build();
        handler(routes, in -> requests.add(in.request())).invoke(event, Invocation.live());

        HttpRequest request = requests.get(0);
        assertThat(request.text()).isEqualTo("first");
        assertThat(request.query("a")).isEqualTo("1");
        assertThat(request.headers().get("x")).containsExactly("1");
        assertThat(request.cookies()).isEqualTo(Map.of("c", "1"));
        assertThat(request.sourceIp()).isEqualTo("192.0.2.1");

        JsonNode answer = JSON.readTree(
                handler(routes, in -> in.awsEvent(APIGatewayV2HTTPEvent.class)).invoke(event, Invocation.live()));
        assertThat(answer.get("statusCode").asInt()).isEqualTo(400);
        assertThat(answer.get("body").asText()).contains("it has the key 'rawQueryString' twice");
    }

    record Order(String id) {}

    @ParameterizedTest
    @EnumSource
    void aRepeatedKeyInWhatASenderShapedIsRefused(WholeEvent whole) {
        if (whole == WholeEvent.S3) {
            return; // an object's name is no JSON
        }
        String event = whole.around("{\"id\":\"1\",\"id\":\"2\"}");
        List<Object> bound = new ArrayList<>();
        List<Class<?>> types = List.of(Map.class, Order.class, JsonNode.class);
        boolean inside = event.contains("{\"id\":\"1\",\"id\":\"2\"}");
        boolean proper = switch (whole.kind) {
            case SNS, SQS, KINESIS, MSK, KAFKA, RABBITMQ, ACTIVEMQ, LOGS, FIREHOSE, KINESIS_ANALYTICS -> true;
            case WEBSOCKET, CONFIG, CODEPIPELINE -> true;
            default -> whole.kind.isHttp() || inside;
        };
        for (Class<?> type : types) {
            EveryMethod every = new EveryMethod(in -> {
                bound.add(in.payload(type));
            });
            try {
                every.handler.invoke(event, Invocation.live());
            } catch (IOException | RuntimeException e) {
                // Refused whole; what counts is what was bound.
                assertThat(e).message().isNotEmpty();
            }
        }
        if (proper) {
            assertThat(bound).as(event).isEmpty();
        } else {
            // Where it is a text among others it stays one.
            assertThat(bound).as(event).isNotEmpty();
        }
    }

    @Test
    void anItemHasEachAttributeOnce() throws IOException {
        String event =
                "{\"Records\":[{\"eventSource\":\"aws:dynamodb\",\"eventSourceARN\":\"s\",\"eventName\":\"INSERT\","
                        + "\"dynamodb\":{\"SequenceNumber\":\"7\",\"NewImage\":{\"a\":{\"S\":\"1\"},\"a\":{\"S\":\"2\"}}}}]}";
        Invocation context = Invocation.live();
        String answer = MethodHandler.of(EventKind.DYNAMODB, RouteTable.EACH, "", in -> in.payload(Map.class), "")
                .invoke(event, context);

        assertThat(answer).contains("\"itemIdentifier\":\"7\"");
        assertThat(context.log.toString()).contains("has the attribute 'a' twice");
    }

    private static MethodHandler handler(RouteTable routes, MethodHandler.Method method) {
        return new MethodHandler(routes, method);
    }

    /** Takes whatever comes, as text or as a test says. */
    private static final class EveryMethod {
        final List<String> called = new ArrayList<>();
        final MethodHandler handler;

        interface Asks {
            void of(Arguments in);
        }

        EveryMethod() {
            this(in -> {});
        }

        EveryMethod(Asks asks) {
            var table = RouteTable.builder(Map.of("AWS_LAMBDA_FUNCTION_NAME", "shop-dev"))
                    .http(0, "ANY", "/{all+}", "a")
                    .http(1, "ANY", "/", "b")
                    .invoke(2, "c")
                    .events(3, "{}", "default", "d")
                    .schedule(4, "tick", "", "e")
                    .s3(5, "", new String[] {"*"}, "", "", RouteTable.EACH, "f");
            int number = 6;
            for (EventKind kind : EventKind.values()) {
                table.service(number++, kind, new String[] {""}, RouteTable.EACH, "", "g." + kind);
            }
            handler = new MethodHandler(table.build(), in -> {
                called.add(in.isHttp() ? in.request().text() : in.event(String.class));
                asks.of(in);
                return null;
            });
        }
    }
}
