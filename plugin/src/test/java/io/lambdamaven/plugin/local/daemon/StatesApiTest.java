package io.lambdamaven.plugin.local.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.local.table.LocalTable;
import io.lambdamaven.plugin.testing.MotoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatesApiTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TARGET = "DynamoDB_20120810.";
    private static final String JSON = "application/x-amz-json-1.0";
    private static final String PUT = "{\"TableName\":\"shop\",\"Item\":{\"id\":{\"S\":\"a\"}}}";
    private static final String GET = "{\"TableName\":\"shop\",\"Key\":{\"id\":{\"S\":\"a\"}}}";

    private static Web web;
    private static int port;
    private static StatesApi api;

    @BeforeAll
    static void serve() throws Exception {
        web = new Web();
        port = MotoServer.freePort();
        api = new StatesApi(new LocalTable(Clock.systemUTC()));
        web.serve(port, api);
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    private static HttpResponse<String> send(
            String method, String path, String type, String target, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", type)
                .header("X-Amz-Target", target);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String operation, String body, String... headers) throws Exception {
        return send("POST", api.path(), JSON, TARGET + operation, body, headers);
    }

    private static void assertNothingIsThere() throws Exception {
        assertThat(post("GetItem", GET).body()).isEqualTo("{}");
    }

    @Test
    void speaksAsDynamoDbDoes() throws Exception {
        HttpResponse<String> put = post("PutItem", PUT);
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(put.body()).isEqualTo("{}");
        assertThat(put.headers().firstValue("Content-Type")).contains(JSON);

        // With the slash that goes before a request's own path.
        HttpResponse<String> got = send("POST", api.path() + "/", JSON, TARGET + "GetItem", GET);
        assertThat(got.body()).isEqualTo("{\"Item\":{\"id\":{\"S\":\"a\"}}}");

        HttpResponse<String> deleted =
                post("DeleteItem", GET.replace("}}}", "}},\"ConditionExpression\":\"attribute_not_exists(id)\"}"));
        assertThat(deleted.statusCode()).isEqualTo(400);
        assertThat(Json.parse(deleted.body()).asObject().text("__type"))
                .isEqualTo("com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException");
        post("DeleteItem", GET);
        assertNothingIsThere();
    }

    @Test
    void aBadExpressionIsABadRequest() throws Exception {
        HttpResponse<String> response =
                post("PutItem", PUT.replace("}}}", "}},\"ConditionExpression\":\"1=1 OR attribute_exists(id)\"}"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.parse(response.body()).asObject().text("__type")).endsWith("#ValidationException");
        assertNothingIsThere();
    }

    @ParameterizedTest
    @CsvSource({"'{',SerializationException", "[],SerializationException", "'{\"TableName\":7}',SerializationException"
    })
    void aBodyThatIsNoRequestIsToldSo(String body, String type) throws Exception {
        HttpResponse<String> response = post("GetItem", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.parse(response.body()).asObject().text("__type")).endsWith(type);
    }

    @Test
    void anUnknownOperationIsToldSo() throws Exception {
        assertThat(post("ListTables", "{}").body()).contains("UnknownOperationException");
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        assertThat(post("PutItem", " ".repeat(4 * 1024 * 1024) + PUT).statusCode())
                .isEqualTo(413);
        assertNothingIsThere();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://localhost:5173", "null"})
    void aPageGetsNothing(String origin) throws Exception {
        HttpResponse<String> response = post("PutItem", PUT, "Origin", origin);

        assertThat(response.statusCode()).isEqualTo(403);
        assertNothingIsThere();
    }

    @Test
    void aPageIsNotLetInBeforehand() throws Exception {
        HttpResponse<String> response = send(
                "OPTIONS",
                api.path(),
                JSON,
                "",
                "",
                "Origin",
                "http://localhost:5173",
                "Access-Control-Request-Method",
                "POST");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void aNameOfSomebodyElsesForThisMachineGetsNothing() throws Exception {
        String request = "POST " + api.path() + " HTTP/1.1\r\nHost: evil.example:" + port + "\r\nContent-Type: " + JSON
                + "\r\nX-Amz-Target: " + TARGET + "PutItem\r\nContent-Length: " + PUT.length()
                + "\r\nConnection: close\r\n\r\n" + PUT;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertNothingIsThere();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_states/", "/_states/guess", "/_states/guess/", "/"})
    void whoIsNotToldWhereItIsGetsNothing(String path) throws Exception {
        HttpResponse<String> response = send("POST", path, JSON, TARGET + "PutItem", PUT);

        assertThat(response.statusCode()).isEqualTo(403);
        assertNothingIsThere();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,text/plain,DynamoDB_20120810.PutItem",
        "POST,application/x-www-form-urlencoded,DynamoDB_20120810.PutItem",
        "POST,application/x-amz-json-1.0,PutItem",
        "PUT,application/x-amz-json-1.0,DynamoDB_20120810.PutItem",
    })
    void whatAnySenderCanMakeIsNoRequest(String method, String type, String target) throws Exception {
        HttpResponse<String> response = send(method, api.path(), type, target, PUT);

        assertThat(response.statusCode()).isEqualTo(400);
        assertNothingIsThere();
    }
}
