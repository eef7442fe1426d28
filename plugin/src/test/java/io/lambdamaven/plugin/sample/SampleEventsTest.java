package io.lambdamaven.plugin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Problem;
import org.junit.jupiter.api.Test;

class SampleEventsTest {
    private final Shop shop = new Shop();

    @Test
    void aRequestLineBecomesAnEventOfTheRouteThatTakesIt() {
        Sample sample = shop.sample("GET /orders/a%20b?full=true&tag=x&tag=y%26z&flag", null);
        JsonObject event = Json.parse(sample.json()).asObject();

        assertThat(sample.route()).isEqualTo(shop.route("OrderApi.get"));
        assertThat(sample.qualifier()).isEqualTo("live");
        assertThat(event.text("version")).isEqualTo("2.0");
        assertThat(event.text("routeKey")).isEqualTo("GET /orders/{id}");
        assertThat(event.text("rawPath")).isEqualTo("/orders/a%20b");
        assertThat(event.text("rawQueryString")).isEqualTo("full=true&tag=x&tag=y%26z&flag");
        assertThat(event.get("queryStringParameters").canonical())
                .isEqualTo("{\"flag\":\"\",\"full\":\"true\",\"tag\":\"x,y&z\"}");
        assertThat(event.get("pathParameters").canonical()).isEqualTo("{\"id\":\"a b\"}");
        assertThat(event.has("body")).isFalse();
        JsonObject context = event.object("requestContext");
        assertThat(context.text("domainName")).isEqualTo("sample.execute-api.eu-west-1.amazonaws.com");
        assertThat(context.text("stage")).isEqualTo("$default");
        assertThat(context.text("time")).isEqualTo("02/Jan/2026:03:04:05 +0000");
        assertThat(context.number("timeEpoch")).isEqualTo(Shop.NOW.toEpochMilli());
        assertThat(context.get("http").canonical())
                .isEqualTo("{\"method\":\"GET\",\"path\":\"/orders/a%20b\",\"protocol\":\"HTTP/1.1\","
                        + "\"sourceIp\":\"127.0.0.1\",\"userAgent\":\"lambda-maven-plugin\"}");
    }

    @Test
    void thePayloadIsTheBodyOfARequest() {
        JsonObject event = shop.event("POST /orders", "{\"item\": \"ü\"}");
        assertThat(event.text("body")).isEqualTo("{\"item\": \"ü\"}");
        assertThat(event.flag("isBase64Encoded")).isFalse();
        assertThat(event.object("headers").text("content-type")).isEqualTo("application/json");
        assertThat(event.object("headers").text("content-length")).isEqualTo("14");

        JsonObject text = shop.event("POST /orders", "plain");
        assertThat(text.object("headers").text("content-type")).startsWith("text/plain");
    }

    @Test
    void theMostExactRouteTakesARequest() {
        assertThat(shop.sample("GET /orders/latest", null).route()).isEqualTo(shop.route("OrderApi.latest"));
        assertThat(shop.sample("PUT /orders/latest", null).route()).isEqualTo(shop.route("OrderApi.any"));
        assertThat(shop.sample("GET /files/a/b/c", null).route()).isEqualTo(shop.route("OrderApi.files"));
        assertThat(shop.event("http:GET /files/a/b+c", null)
                        .object("pathParameters")
                        .text("path"))
                .isEqualTo("a/b+c");
    }

    @Test
    void aRequestIsMadeFromATemplate() {
        assertThat(shop.event("http:GET /orders/{id}", null).text("rawPath")).isEqualTo("/orders/1");
        assertThat(shop.event("/files/{path+}", null).text("rawPath")).isEqualTo("/files/1/1");
        Shop any = new Shop(new Trigger.Http("ANY", "/orders"));
        assertThat(method(any.event("http", null))).isEqualTo("GET");
        assertThat(method(any.event("http", "{}"))).isEqualTo("POST");
    }

    @Test
    void aRequestMadeFromATemplateIsNotOneOfACloserRoute() {
        assertThat(method(shop.event("http:OrderApi.any", null))).isEqualTo("POST");
        Shop close = new Shop(new Trigger.Http("GET", "/a/{b}"), new Trigger.Http("GET", "/a/1"));
        assertThat(close.event("GET /a/{b}", null).text("rawPath")).isEqualTo("/a/2");
    }

    @Test
    void aFunctionUrlHasNoRoutesOfItsOwn() {
        shop.domainName = "abc123.lambda-url.eu-west-1.on.aws";
        JsonObject event = shop.event("GET /orders/17", null);
        assertThat(event.text("routeKey")).isEqualTo("$default");
        assertThat(event.has("pathParameters")).isFalse();
        assertThat(event.object("requestContext").text("apiId")).isEqualTo("abc123");
        assertThat(event.object("headers").text("host")).isEqualTo(shop.domainName);
    }

    @Test
    void anObjectOfTheTriggersBucketIsToldOf() {
        JsonObject found = shop.event("s3", null).array("Records").get(0).asObject();
        assertThat(found.text("eventSource")).isEqualTo("aws:s3");
        assertThat(found.text("eventName")).isEqualTo("ObjectCreated:Put");
        assertThat(found.text("eventTime")).isEqualTo("2026-01-02T03:04:05.000Z");
        assertThat(found.find("s3", "bucket", "name")).contains(Json.of("incoming-bucket"));
        assertThat(found.find("s3", "bucket", "arn")).contains(Json.of("arn:aws:s3:::incoming-bucket"));
        assertThat(found.find("s3", "object", "key")).contains(Json.of("incoming/sample.csv"));
        assertThat(found.find("s3", "object", "size")).contains(Json.of(1024));
    }

    @Test
    void aKeyIsEncodedAsS3DoesIt() {
        JsonObject found = shop.event("s3:${orders.bucket}", "incoming/a b+ü/x.csv")
                .array("Records")
                .get(0)
                .asObject();
        assertThat(found.find("s3", "object", "key")).contains(Json.of("incoming/a+b%2B%C3%BC/x.csv"));
    }

    @Test
    void aTriggerForRemovedObjectsIsSentOne() {
        Shop other = new Shop(Shop.s3("arn:aws:s3:::logs", "s3:ObjectRemoved:*"));
        JsonObject found = other.event("s3", null).array("Records").get(0).asObject();
        assertThat(found.text("eventName")).isEqualTo("ObjectRemoved:Delete");
        assertThat(found.find("s3", "bucket", "name")).contains(Json.of("logs"));
        assertThat(found.find("s3", "object", "size")).isEmpty();

        Shop exact = new Shop(Shop.s3("logs", "s3:ObjectCreated:Copy"));
        assertThat(exact.event("s3", null).array("Records").get(0).asObject().text("eventName"))
                .isEqualTo("ObjectCreated:Copy");
    }

    @Test
    void everyElementOfAnArrayIsAMessage() {
        JsonObject event = shop.event("sqs:OrderConsumer.consume", "[{\"id\":1},\"two\",3]");
        assertThat(event.array("Records").values())
                .extracting(message -> message.asObject().text("body"))
                .containsExactly("{\"id\":1}", "two", "3");
        JsonObject first = event.array("Records").get(0).asObject();
        assertThat(first.text("eventSource")).isEqualTo("aws:sqs");
        assertThat(first.text("eventSourceARN")).isEqualTo("arn:aws:sqs:eu-west-1:123456789012:orders");
        assertThat(first.text("awsRegion")).isEqualTo("eu-west-1");
        assertThat(first.text("md5OfBody")).isEqualTo("d2ce28b9a7fd7e4407e2b0fd499b7fe4");
        assertThat(first.object("attributes").text("ApproximateReceiveCount")).isEqualTo("1");
        assertThat(first.object("attributes").has("MessageGroupId")).isFalse();
        assertThat(event.array("Records").values())
                .extracting(message -> message.asObject().text("messageId"))
                .doesNotHaveDuplicates()
                .isEqualTo(
                        shop
                                .event("sqs:OrderConsumer.consume", "[{\"id\":1},\"two\",3]")
                                .array("Records")
                                .values()
                                .stream()
                                .map(message -> message.asObject().text("messageId"))
                                .toList());
    }

    @Test
    void anythingElseIsOneMessage() {
        assertThat(shop.event("sqs:orders", "{\"id\":1}").array("Records").values())
                .hasSize(1);
        assertThat(shop.event("sqs:orders", "hello")
                        .array("Records")
                        .get(0)
                        .asObject()
                        .text("body"))
                .isEqualTo("hello");
        assertThat(shop.event("sqs:orders", null)
                        .array("Records")
                        .get(0)
                        .asObject()
                        .text("body"))
                .isEqualTo("{}");
    }

    @Test
    void messagesOfAFifoQueueHaveTheirGroup() {
        JsonObject event = shop.event("sqs:OrderConsumer.ordered", "[1,2]");
        JsonObject first = event.array("Records").get(0).asObject();
        assertThat(first.text("eventSourceARN")).isEqualTo("arn:aws:sqs:us-east-1:111122223333:steps.fifo");
        assertThat(first.text("awsRegion")).isEqualTo("us-east-1");
        assertThat(first.object("attributes").text("MessageGroupId")).isEqualTo("sample");
        assertThat(event.array("Records").values())
                .extracting(message -> message.asObject().object("attributes").text("SequenceNumber"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aScheduleTicksThroughItsOwnRule() {
        JsonObject event = shop.event("schedule", null);
        assertThat(event.text("detail-type")).isEqualTo("Scheduled Event");
        assertThat(event.text("source")).isEqualTo("aws.events");
        assertThat(event.text("time")).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(event.array("resources").asTexts())
                .containsExactly("arn:aws:events:eu-west-1:123456789012:rule/shop-dev-00000007");
    }

    @Test
    void theRuleOfALongFunctionNameIsShortened() {
        shop.functionName = "f".repeat(56);
        assertThat(shop.event("schedule", null).array("resources").asTexts().get(0))
                .endsWith("rule/" + "f".repeat(55) + "-00000007");
        shop.region = "cn-north-1";
        shop.functionName = "f".repeat(55);
        assertThat(shop.event("schedule", null).array("resources").asTexts().get(0))
                .isEqualTo("arn:aws-cn:events:cn-north-1:123456789012:rule/" + "f".repeat(55) + "-00000007");
        shop.region = "us-gov-west-1";
        assertThat(shop.event("schedule", null).array("resources").asTexts().get(0))
                .startsWith("arn:aws-us-gov:events:");
    }

    @Test
    void commandsGoThroughTheOperatorsDoor() {
        assertThat(shop.sample("command", null).qualifier()).isEqualTo("ops");
        assertThat(shop.sample("command:reindex", null).json()).isEqualTo("{\"command\":\"reindex\"}");
        assertThat(shop.sample("command:reindex", "{\"all\":true}").json())
                .isEqualTo("{\"args\":{\"all\":true},\"command\":\"reindex\"}");
        assertThat(shop.sample("command:reindex", "17").json()).isEqualTo("{\"args\":17,\"command\":\"reindex\"}");
        assertThat(shop.sample("command:reindex", "all of it").json())
                .isEqualTo("{\"args\":\"all of it\",\"command\":\"reindex\"}");
    }

    @Test
    void anInvocationIsThePayloadItself() {
        assertThat(shop.sample("invoke", "{ \"b\": 1, \"a\": 2 }").json()).isEqualTo("{ \"b\": 1, \"a\": 2 }");
        assertThat(shop.sample("invoke", "hello").json()).isEqualTo("\"hello\"");
        assertThat(shop.sample("invoke", null).json()).isEqualTo("{}");
        assertThat(shop.sample("Admin.any", null).qualifier()).isEqualTo("live");
    }

    @Test
    void aKindThatSeveralTriggersHaveMustBeMadePrecise() {
        Diagnostic http = fault("http", null);
        assertThat(http.problem()).isEqualTo(Problem.LM151);
        assertThat(http.render())
                .isEqualTo("LM151 -Dlambda.event: \"http\" means 5 triggers. Say one of: \"http:ANY /orders/latest\","
                        + " \"http:GET /files/{path+}\", \"http:GET /orders/latest\", \"http:GET /orders/{id}\","
                        + " \"http:POST /orders\".");
        assertThat(fault("sqs", null).remedy())
                .isEqualTo("Say one of: \"sqs:OrderConsumer.consume\", \"sqs:OrderConsumer.ordered\".");
    }

    @Test
    void triggersOfOneMethodAreToldApartByTheirId() {
        Shop twice = new Shop(Shop.s3("one", "s3:ObjectCreated:*"), Shop.s3("two", "s3:ObjectCreated:*"));
        assertThat(twice.fault("s3", null).remedy()).isEqualTo("Say one of: \"s3:00000000\", \"s3:00000001\".");
        assertThat(twice.sample("s3:00000001", null).json()).contains("arn:aws:s3:::two");
    }

    @Test
    void whatIsUnknownIsAnsweredWithWhatThereIs() {
        Diagnostic unknown = fault("fax", null);
        assertThat(unknown.problem()).isEqualTo(Problem.LM152);
        assertThat(unknown.render()).contains("\"fax\" is neither", "\"command:reindex\"", "\"s3:OrderImport.load\"");
        assertThat(fault("s3:other-bucket", null).problem()).isEqualTo(Problem.LM150);
        assertThat(fault("command:format", null).problem()).isEqualTo(Problem.LM150);

        Shop small = new Shop(Shop.s3("one", "s3:ObjectCreated:*"));
        assertThat(small.fault("sqs", null).render())
                .isEqualTo("LM150 -Dlambda.event: No method has a trigger of the kind sqs."
                        + " Say one of: \"s3:OrderImport.load\".");
        assertThat(new Shop(new Trigger[0]).fault("sqs", null).remedy())
                .isEqualTo("The function has no trigger at all.");
    }

    @Test
    void aRequestThatIsNoneIsToldSo() {
        for (String line : new String[] {"get /orders", "GET orders", "GET /a b", "GET /a%2", "hello world"}) {
            assertThat(fault(line, null).problem()).as(line).isEqualTo(Problem.LM153);
        }
        assertThat(shop.sample("GET /orders/1?a=?b?", null).json()).contains("\"rawQueryString\":\"a=?b?\"");
        Diagnostic nowhere = fault("DELETE /orders/17", null);
        assertThat(nowhere.problem()).isEqualTo(Problem.LM154);
        assertThat(nowhere.render()).contains("No @HttpTrigger takes DELETE /orders/17.", "\"http:POST /orders\"");
    }

    @Test
    void aPayloadThatDoesNotFitIsToldSo() {
        assertThat(fault("s3", "other/sample.csv").render())
                .isEqualTo("LM154 -Dlambda.payload: The key other/sample.csv is none of incoming/*.csv."
                        + " Give a key that has the trigger's prefix and suffix.");
        assertThat(fault("command:reindex", "{all: true}").problem()).isEqualTo(Problem.LM156);
        assertThat(fault("invoke", "{all: true}").render()).contains("It is not JSON: ", "the shell");
        assertThat(fault("schedule", "{}").summary()).isEqualTo("The event of a schedule has no payload.");
        assertThat(fault("sqs:orders", "[]").summary())
                .isEqualTo("It has 0 messages, and the trigger's batches have 1 to 3.");
        assertThat(fault("sqs:orders", "[1,2,3,4]").remedy()).contains("batchSize in @SqsTrigger");
    }

    @Test
    void aPlaceholderWithoutValueIsNamed() {
        Diagnostic fault = new Shop(Shop.s3("${nowhere}", "s3:ObjectCreated:*")).fault("s3", null);
        assertThat(fault.problem()).isEqualTo(Problem.LM155);
        assertThat(fault.render()).contains("${nowhere}", "<placeholders>", "-Dlambda.placeholders.nowhere");
    }

    @Test
    void routesAreDescribedByWhatTheyListenTo() {
        assertThat(shop.function().routes())
                .extracting(RouteDescription::of)
                .contains(
                        new RouteDescription("http", "GET /orders/{id}", "OrderApi.get", true),
                        new RouteDescription(
                                "s3", "${orders.bucket}/incoming/*.csv s3:ObjectCreated:*", "OrderImport.load", true),
                        new RouteDescription("sqs", "orders", "OrderConsumer.consume", true),
                        new RouteDescription("schedule", "rate(1 day) (disabled)", "Cleanup.nightly", true),
                        new RouteDescription("command", "reindex", "Admin.reindex", true),
                        new RouteDescription("invoke", "any payload", "Admin.any", true));
    }

    private static String method(JsonObject event) {
        return event.object("requestContext").object("http").text("method");
    }

    private Diagnostic fault(String event, String payload) {
        return shop.fault(event, payload);
    }
}
