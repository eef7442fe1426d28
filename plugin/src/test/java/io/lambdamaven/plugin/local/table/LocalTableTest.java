package io.lambdamaven.plugin.local.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTableTest {
    private Instant now = Instant.parse("2026-01-30T10:00:30Z");
    private final LocalTable table = new LocalTable(clock());

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private JsonObject answer(String operation, String request) {
        return table.answer(operation, Json.parse(request.replace('\'', '"')).asObject());
    }

    private JsonObject refusal(String operation, String request) {
        TableFault fault = catchThrowableOfType(TableFault.class, () -> answer(operation, request));
        assertThat(fault).as("%s is taken", request).isNotNull();
        return fault.toJson();
    }

    private static String keyed(String id, String more) {
        return "{'TableName':'shop','Key':{'id':{'S':'" + id + "'}}" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private void put(String id, String attributes) {
        answer(
                "PutItem",
                "{'TableName':'shop','Item':{'id':{'S':'" + id + "'}" + (attributes.isEmpty() ? "" : "," + attributes)
                        + "}}");
    }

    private String item(String id) {
        return answer("GetItem", keyed(id, "'ConsistentRead':true")).canonical().replace('"', '\'');
    }

    private boolean holds(String condition, String names, String values) {
        String more = "'UpdateExpression':'SET touched = :t','ConditionExpression':'" + condition + "'"
                + (names.isEmpty() ? "" : ",'ExpressionAttributeNames':{" + names + "}")
                + ",'ExpressionAttributeValues':{':t':{'BOOL':true}" + (values.isEmpty() ? "" : "," + values) + "}";
        try {
            answer("UpdateItem", keyed("a", more));
            return true;
        } catch (TableFault fault) {
            assertThat(fault.toJson().text("__type")).endsWith("#ConditionalCheckFailedException");
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        attribute_exists(id) | true
        attribute_exists( #s ) | true
        attribute_not_exists(id) | false
        attribute_not_exists(other) | true
        NOT attribute_exists(other) | true
        not attribute_exists(id) | false
        NOT NOT attribute_exists(id) | true
        #s = :done | true
        :done = #s | true
        #s=:done | true
        #s <> :done | false
        #s = :five | false
        #s <> :five | true
        other = :done | false
        other <> :done | true
        other = another | false
        n < :ten | true
        n<=:five AND n>=:five | true
        n > :five | false
        n >= :five | true
        n > :ten | false
        n < :done | false
        n >= :done | false
        other < :ten | false
        other > :ten | false
        #s < :e | true
        #s = #s | true
        n = :fivePointZero | true
        #s = :e OR #s = :done | true
        #s = :done OR #s = :e AND n = :ten | true
        (#s = :done OR #s = :e) AND n = :ten | false
        NOT #s = :e AND n = :five | true
        NOT (#s = :done AND n = :five) | false
        attribute_not_exists(id) OR (#s = :done AND n < :ten) OR n > :ten | true
        ((((n = :five)))) | true
        """)
    void conditionsHoldAsInDynamoDb(String condition, boolean expected) {
        put("a", "'state':{'S':'done'},'n':{'N':'5'}");
        String names = condition.contains("#s") ? "'#s':'state'" : "";
        List<String> values = new ArrayList<>();
        for (String each : List.of(
                ":done':{'S':'done'}",
                ":e':{'S':'e'}",
                ":five':{'N':'5'}",
                ":ten':{'N':'10'}",
                ":fivePointZero':{'N':'5.0'}")) {
            String name = each.substring(0, each.indexOf('\''));
            if (condition.matches(".*" + name + "(?!\\w).*")) {
                values.add("'" + each);
            }
        }

        assertThat(holds(condition, names, String.join(",", values))).isEqualTo(expected);
        assertThat(item("a").contains("touched")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n",
                "n =",
                "= n",
                "n = n =",
                "n = n n",
                "n == n",
                "n = or",
                "Set = n",
                "n AND n",
                "AND n = n",
                "(n = n",
                "n = n)",
                "()",
                "NOT",
                "attribute_exists",
                "attribute_exists()",
                "attribute_exists(n",
                "attribute_exists(n, n)",
                "attribute_exists(:t)",
                "size(n)",
                "n = :missing",
                "#missing = n",
                "n = 5",
                "n.m = n",
                "n[0] = n",
                "n ? n",
                "n = n; n = n",
                "# = n",
                ": = n"
            })
    void whatIsNoConditionIsRefusedAndChangesNothing(String condition) {
        put("a", "'n':{'N':'5'}");

        JsonObject refused = refusal(
                "UpdateItem",
                keyed(
                        "a",
                        "'UpdateExpression':'SET t = :t','ConditionExpression':'" + condition
                                + "','ExpressionAttributeValues':{':t':{'S':'x'}}"));

        assertThat(refused.text("__type")).endsWith("#ValidationException");
        assertThat(refused.text("message")).startsWith("Invalid ConditionExpression: ");
        assertThat(item("a")).isEqualTo("{'Item':{'id':{'S':'a'},'n':{'N':'5'}}}");
    }

    @Test
    void aSyntaxErrorIsToldWithItsPlace() {
        assertThat(refusal("UpdateItem", keyed("a", "'ConditionExpression':'n = n OR OR n'"))
                        .text("message"))
                .isEqualTo("Invalid ConditionExpression: Syntax error; token: \"OR\", near: \"OR OR n\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET",
                "SET n",
                "SET n = ",
                "SET n = n,",
                "SET n = n, n = n",
                "SET n = n REMOVE n",
                "SET n = n SET m = n",
                "REMOVE n REMOVE m",
                "REMOVE",
                "REMOVE :t",
                "ADD n :t",
                "DROP n",
                "SET n = size(n)",
                "SET n = if_not_exists(n)",
                "SET n = n + ",
                "SET id = n",
                "REMOVE id",
                "SET n = n + id",
                "SET n = missing"
            })
    void whatIsNoUpdateIsRefusedAndChangesNothing(String update) {
        put("a", "'n':{'N':'5'}");

        JsonObject refused = refusal("UpdateItem", keyed("a", "'UpdateExpression':'" + update + "'"));

        assertThat(refused.text("__type")).endsWith("#ValidationException");
        assertThat(item("a")).isEqualTo("{'Item':{'id':{'S':'a'},'n':{'N':'5'}}}");
    }

    @Test
    void anUpdateSeesTheItemAsItWas() {
        put("a", "'n':{'N':'5'},'m':{'N':'1'},'old':{'S':'x'}");

        answer(
                "UpdateItem",
                keyed(
                        "a",
                        "'UpdateExpression':'SET n = m, m = n + :one, #k = if_not_exists(#k, :one), l = if_not_exists(old, :one)"
                                + " REMOVE old, never','ExpressionAttributeNames':{'#k':'key'},"
                                + "'ExpressionAttributeValues':{':one':{'N':'1.50'}}"));

        assertThat(item("a"))
                .isEqualTo("{'Item':{'id':{'S':'a'},'key':{'N':'1.5'},'l':{'S':'x'},'m':{'N':'6.5'},'n':{'N':'1'}}}");
        answer(
                "UpdateItem",
                keyed("a", "'UpdateExpression':'set n = n - :big','ExpressionAttributeValues':{':big':{'N':'1E2'}}"));
        assertThat(item("a")).contains("'n':{'N':'-99'}");
    }

    @Test
    void anUpdateOfWhatIsNotThereMakesIt() {
        assertThat(answer("UpdateItem", keyed("new", "")).canonical()).isEqualTo("{}");

        assertThat(item("new")).isEqualTo("{'Item':{'id':{'S':'new'}}}");
    }

    @Test
    void tellsWhatWasAndWhatIs() {
        put("a", "'n':{'N':'5'},'m':{'N':'1'}");
        String update = "'UpdateExpression':'SET n = :v','ExpressionAttributeValues':{':v':{'N':'6'}},'ReturnValues':'";

        assertThat(answer("UpdateItem", keyed("a", update + "UPDATED_OLD'")).canonical())
                .isEqualTo("{\"Attributes\":{\"n\":{\"N\":\"5\"}}}");
        assertThat(answer("UpdateItem", keyed("a", update + "UPDATED_NEW'")).canonical())
                .isEqualTo("{\"Attributes\":{\"n\":{\"N\":\"6\"}}}");
        assertThat(answer("UpdateItem", keyed("a", update + "ALL_OLD'")).canonical())
                .contains("\"id\"", "\"m\"", "\"6\"");
        assertThat(answer("UpdateItem", keyed("a", update + "NONE'")).canonical())
                .isEqualTo("{}");
        assertThat(answer("DeleteItem", keyed("a", "'ReturnValues':'ALL_OLD'")).canonical())
                .contains("\"id\"", "\"m\"", "\"6\"");
        assertThat(item("a")).isEqualTo("{}");
        assertThat(refusal("DeleteItem", keyed("a", "'ReturnValues':'ALL_NEW'")).text("message"))
                .isEqualTo("Return values set to invalid value: ALL_NEW");
    }

    @Test
    void aFailedConditionTellsTheItemToWhoWantsIt() {
        put("a", "'n':{'N':'5'}");
        String condition = "'ConditionExpression':'attribute_not_exists(id)'";

        assertThat(refusal("DeleteItem", keyed("a", condition)).canonical())
                .isEqualTo("{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\","
                        + "\"message\":\"The conditional request failed\"}");
        assertThat(refusal("DeleteItem", keyed("a", condition + ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'"))
                        .object("Item")
                        .canonical())
                .isEqualTo("{\"id\":{\"S\":\"a\"},\"n\":{\"N\":\"5\"}}");
        assertThat(item("a")).contains("'5'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Scan | {'TableName':'shop'} | #UnknownOperationException | The operation is not offered here
        GetItem | {'TableName':'shop','Key':{'id':{'S':'a'}},'Expected':{}} | #ValidationException | The local table does not know the parameter Expected
        GetItem | {'Key':{'id':{'S':'a'}}} | #SerializationException | expected a member "TableName" in {"Key":{"id":{"S":"a"}}}
        GetItem | {'TableName':'..','Key':{'id':{'S':'a'}}} | #ValidationException | Value at 'tableName' failed to satisfy constraint
        GetItem | {'TableName':'shop','Key':{'id':{'N':'1'}}} | #ValidationException | One or more parameter values were invalid: the key id is not a text of at least one character
        GetItem | {'TableName':'shop','Key':{'id':{'S':''}}} | #ValidationException | One or more parameter values were invalid: the key id is not a text of at least one character
        GetItem | {'TableName':'shop','Key':{'it':{'S':'a'}}} | #ValidationException | One or more parameter values were invalid: Missing the key id in the item
        GetItem | {'TableName':'shop','Key':{}} | #ValidationException | The provided key element does not match the schema
        PutItem | {'TableName':'shop','Item':{'id':{'S':'a'},'n':{'N':'many'}}} | #ValidationException | The parameter cannot be converted to a numeric value: many
        PutItem | {'TableName':'shop','Item':{'id':{'S':'a'},'n':{'N':'1E999999999'}}} | #ValidationException | Number overflow. Attempting to store a number with magnitude larger than supported range
        PutItem | {'TableName':'shop','Item':{'id':{'S':'a'},'n':{'N':'123456789012345678901234567890123456789'}}} | #ValidationException | Attempting to store more than 38 significant digits in a Number
        PutItem | {'TableName':'shop','Item':{'id':{'S':'a'},'n':{'S':'1','N':'1'}}} | #ValidationException | Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes
        PutItem | {'TableName':'shop','Item':{'id':{'S':'a'},'n':{'L':[]}}} | #ValidationException | Supplied AttributeValue is of the type L, and the local table holds S, N, B, BOOL and NULL
        PutItem | {'TableName':'shop','Item':{'id':{'S':'a'},'n':{'B':'*'}}} | #SerializationException | B is not in Base64
        PutItem | {'TableName':'shop','Item':{'id':{'S':'a'}},'ExpressionAttributeNames':{'#n':'n'}} | #ValidationException | Value provided in ExpressionAttributeNames unused in expressions: keys: {#n}
        PutItem | {'TableName':'shop','Item':{'id':{'S':'a'}},'ExpressionAttributeValues':{':n':{'S':'n'}}} | #ValidationException | Value provided in ExpressionAttributeValues unused in expressions: keys: {:n}
        PutItem | {'TableName':'shop','Item':{'id':{'S':'a'}},'ExpressionAttributeValues':{}} | #ValidationException | ExpressionAttributeValues must not be empty
        PutItem | {'TableName':'shop','Item':{'id':{'S':'a'}},'ExpressionAttributeNames':{'n':'n'}} | #ValidationException | ExpressionAttributeNames contains invalid key: Syntax error; key: "n"
        """)
    void refusesWhatItCannotServe(String operation, String request, String type, String message) {
        JsonObject refused = refusal(operation, request);

        assertThat(refused.text("__type")).endsWith(type);
        assertThat(refused.text("message")).isEqualTo(message);
        assertThat(table.size()).isZero();
    }

    @Test
    void anExpressionIsBoundedInLengthAndDepth() {
        assertThat(refusal("DeleteItem", keyed("a", "'ConditionExpression':'" + "n".repeat(4097) + "'"))
                        .text("message"))
                .isEqualTo("Invalid ConditionExpression: Expression size has exceeded the maximum allowed size;");
        String deep = "(".repeat(1500) + "n = n" + ")".repeat(1500);
        assertThat(refusal("DeleteItem", keyed("a", "'ConditionExpression':'" + deep + "'"))
                        .text("message"))
                .isEqualTo("Invalid ConditionExpression: The expression has too many levels;");
        assertThat(refusal("DeleteItem", keyed("a", "'ConditionExpression':'" + "NOT ".repeat(900) + "n = n'"))
                        .text("message"))
                .isEqualTo("Invalid ConditionExpression: The expression has too many levels;");
    }

    @Test
    void anItemIsGoneWhenItsTimeIsOver() {
        put("a", "'expires':{'N':'" + now.getEpochSecond() + "'}");
        put("text", "'expires':{'S':'0'}");
        assertThat(item("a")).contains("expires");

        now = now.plusSeconds(1);

        assertThat(item("a")).isEqualTo("{}");
        assertThat(item("text")).contains("expires");
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void whatWasWrittenLongestAgoGoesFirst() {
        LocalTable small = new LocalTable(clock(), 3, 1000);
        for (String id : List.of("a", "b", "c")) {
            put(small, id, "x");
        }
        put(small, "a", "y");
        put(small, "d", "x");
        assertThat(ids(small)).containsExactly("a", "c", "d");

        put(small, "large", "x".repeat(985));
        assertThat(ids(small)).containsExactly("d", "large");
    }

    @Test
    void whatIsOverMakesRoomFirst() {
        LocalTable small = new LocalTable(clock(), 2, 1000);
        put(small, "a", "x");
        small.answer(
                "PutItem",
                Json.parse("{\"TableName\":\"shop\",\"Item\":{\"id\":{\"S\":\"b\"},\"expires\":{\"N\":\"5\"}}}")
                        .asObject());

        put(small, "c", "x");

        assertThat(ids(small)).containsExactly("a", "c");
        assertThat(small.size()).isEqualTo(2);
    }

    private static void put(LocalTable table, String id, String text) {
        table.answer(
                "PutItem",
                Json.object()
                        .put("TableName", "shop")
                        .put(
                                "Item",
                                Json.object()
                                        .put("id", Json.object().put("S", id))
                                        .put("t", Json.object().put("S", text)))
                        .build());
    }

    private static List<String> ids(LocalTable table) {
        return List.of("a", "b", "c", "d", "large").stream()
                .filter(id -> table.answer(
                                "GetItem",
                                Json.object()
                                        .put("TableName", "shop")
                                        .put(
                                                "Key",
                                                Json.object()
                                                        .put("id", Json.object().put("S", id)))
                                        .build())
                        .has("Item"))
                .toList();
    }

    @Test
    void anItemIsNoLargerThanDynamoDbsMayBe() {
        String most = "x".repeat(400 * 1024 - "id".length() - "a".length() - "t".length());

        put("a", "'t':{'S':'" + most + "'}");

        String update = "'UpdateExpression':'SET t = :t','ExpressionAttributeValues':{':t':{'S':'" + most + "x'}}";
        assertThat(refusal("UpdateItem", keyed("a", update)).text("message"))
                .isEqualTo("Item size to update has exceeded the maximum allowed size");
    }

    @Test
    void tablesAreApart() {
        put("a", "");

        assertThat(answer("GetItem", "{'TableName':'other','Key':{'id':{'S':'a'}}}")
                        .canonical())
                .isEqualTo("{}");
    }

    @Test
    void ofManyWhoWantItOneGetsIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            tries.add(() -> holds("attribute_not_exists(id)", "", ""));
        }
        int gotIt = 0;
        for (Future<Boolean> each : threads.invokeAll(tries)) {
            gotIt += each.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(gotIt).isEqualTo(1);
    }
}
