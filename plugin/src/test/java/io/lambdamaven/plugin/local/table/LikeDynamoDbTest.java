package io.lambdamaven.plugin.local.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.testing.MotoServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same requests to an emulated DynamoDB and to the local table get the same answers. */
class LikeDynamoDbTest {
    private static final String VALUES = "'ExpressionAttributeValues':";
    private static final String NAMES = "'ExpressionAttributeNames':";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static MotoServer moto;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        moto = MotoServer.start();
        dynamoDb("CreateTable", """
                {"TableName":"shop-tasks","BillingMode":"PAY_PER_REQUEST",
                "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],
                "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]}""");
    }

    @AfterAll
    static void stop() throws IOException {
        if (moto != null) {
            moto.close();
        }
    }

    private static String dynamoDb(String operation, String request) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(moto.endpoint())
                                .header("Content-Type", "application/x-amz-json-1.0")
                                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                                .header(
                                        "Authorization",
                                        "AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/dynamodb/aws4_request,"
                                                + " SignedHeaders=host, Signature=none")
                                .POST(HttpRequest.BodyPublishers.ofString(request))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private record Asked(String operation, String request) {}

    private static Asked get(String id) {
        return new Asked("GetItem", keyed(id, "'ConsistentRead':true"));
    }

    private static Asked update(String id, String more) {
        return new Asked("UpdateItem", keyed(id, more));
    }

    private static String keyed(String id, String more) {
        return "{'TableName':'shop-tasks','Key':{'id':{'S':'" + id + "'}}," + more + "}";
    }

    /** What the runtime does with a state, and what it might. */
    private static List<Asked> story() {
        String queued = "'UpdateExpression':'SET #s = :queued, #e = :expires',"
                + "'ConditionExpression':'attribute_not_exists(id)'," + NAMES + "{'#s':'state','#e':'expires'},"
                + VALUES
                + "{':queued':{'S':'queued'},':expires':{'N':'4102444800'}}";
        String begin = "'UpdateExpression':'SET #s = :running, #o = :owner, #l = :lock REMOVE #r, #f',"
                + "'ConditionExpression':'attribute_not_exists(id) OR #s = :queued OR (#s = :running AND #l < :now)"
                + " OR #e < :seconds'," + NAMES
                + "{'#s':'state','#o':'owner','#l':'lock','#r':'result','#f':'error','#e':'expires'}," + VALUES
                + "{':running':{'S':'running'},':queued':{'S':'queued'},':owner':{'S':'OWNER'},':lock':{'N':'2000'},"
                + "':now':{'N':'NOW'},':seconds':{'N':'1700000000'}}";
        String end = "'UpdateExpression':'SET #s = :done, #v = :value','ConditionExpression':'#o = :owner'," + NAMES
                + "{'#s':'state','#v':'result','#o':'owner'}," + VALUES
                + "{':done':{'S':'done'},':value':{'S':'{}'},':owner':{'S':'OWNER'}}";
        List<Asked> story = new ArrayList<>(List.of(
                get("a"),
                update("a", queued),
                update("a", queued),
                get("a"),
                update("a", begin.replace("OWNER", "me").replace("NOW", "1000")),
                update("a", begin.replace("OWNER", "you").replace("NOW", "1500")),
                update("a", begin.replace("OWNER", "you").replace("NOW", "2500")),
                update("a", end.replace("OWNER", "me")),
                update("a", end.replace("OWNER", "you")),
                get("a"),
                update("a", begin.replace("OWNER", "me").replace("NOW", "9000")),
                update(
                        "a",
                        begin.replace("OWNER", "me").replace("NOW", "1000")
                                + ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'"),
                update("none", end.replace("OWNER", "me"))));
        for (String values : List.of("NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW")) {
            story.add(update(
                    "a",
                    "'UpdateExpression':'SET n = if_not_exists(n, :five) + :five REMOVE gone'," + VALUES
                            + "{':five':{'N':'5'}},'ReturnValues':'" + values + "'"));
        }
        for (String condition : List.of(
                "n > :five",
                "n <= :five",
                "n <> :five",
                "absent <> :five",
                "absent = :five",
                "absent < :five",
                "NOT n = :five AND attribute_exists(id)",
                "NOT (n > :five OR n = :five)",
                "n < :five OR n > :five AND attribute_not_exists(id)",
                "id = :five")) {
            story.add(new Asked(
                    "DeleteItem",
                    keyed("probe", "'ConditionExpression':'" + condition + "'," + VALUES + "{':five':{'N':'5'}}")));
            story.add(new Asked(
                    "PutItem",
                    "{'TableName':'shop-tasks','Item':{'id':{'S':'probe'},'n':{'N':'7'},'b':{'BOOL':true}},"
                            + "'ReturnValues':'ALL_OLD'}"));
        }
        story.addAll(List.of(
                new Asked("DeleteItem", keyed("a", "'ReturnValues':'ALL_OLD'")),
                new Asked("DeleteItem", keyed("a", "'ReturnValues':'ALL_OLD'")),
                get("a"),
                update("a", "'UpdateExpression':'SET n ='"),
                update("a", "'UpdateExpression':'SET n = :none'"),
                update("a", "'UpdateExpression':'SET n = other'"),
                update("a", "'UpdateExpression':'SET n = :v'," + VALUES + "{':v':{'S':'x'},':w':{'S':'x'}}"),
                update("a", "'UpdateExpression':'SET n = :v, n = :v'," + VALUES + "{':v':{'S':'x'}}"),
                new Asked("PutItem", "{'TableName':'shop-tasks','Item':{'n':{'S':'x'}}}"),
                get("a")));
        return story;
    }

    @Test
    void everyAnswerIsTheSame() throws Exception {
        LocalTable table = new LocalTable(Clock.systemUTC());

        for (Asked each : story()) {
            String request = each.request().replace('\'', '"');

            String expected = dynamoDb(each.operation(), request);

            assertThat(expected).as("%s %s", each.operation(), request).startsWith("{");
            assertThat(plain(local(table, each.operation(), request)))
                    .as("%s %s", each.operation(), request)
                    .isEqualTo(plain(Json.parse(expected).asObject()));
        }
    }

    private static JsonObject local(LocalTable table, String operation, String request) {
        try {
            return table.answer(operation, Json.parse(request).asObject());
        } catch (TableFault fault) {
            return fault.toJson();
        }
    }

    /** Of errors their type, and what belongs to it: what they say is for people. The emulator counts unasked. */
    private static String plain(JsonObject answer) {
        if (!answer.has("__type")) {
            TreeMap<String, Json> members = new TreeMap<>(answer.members());
            members.remove("ConsumedCapacity");
            return new JsonObject(members).canonical();
        }
        String type = answer.text("__type");
        return type.substring(type.indexOf('#') + 1)
                + answer.find("Item").map(Json::canonical).orElse("");
    }
}
