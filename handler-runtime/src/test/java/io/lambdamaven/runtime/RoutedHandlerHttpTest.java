package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutedHandlerHttpTest {
    private final ShopHandler handler = new ShopHandler();
    private final Invocation context = Invocation.live();

    @Test
    void parametersAreBoundAndTheResultIsJson() throws IOException {
        JsonNode answer = ask("GET", "/orders/42", "limit=5", null);

        assertThat(answer.get("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.at("/headers/content-type").asText()).isEqualTo("application/json");
        JsonNode body = new ObjectMapper().readTree(answer.get("body").asText());
        assertThat(body.get("id").asText()).isEqualTo("42");
        assertThat(body.get("limit").asInt()).isEqualTo(5);
    }

    @Test
    void aCustomDomainsMappingIsNotOfTheRoutesPath() throws IOException {
        String event = HttpForm.REST_API
                .event("/v1/orders/42")
                .replace("\"/x\"", "\"/orders/{id}\"")
                .replace("\"stage\"", "\"domainName\":\"api.shop.example\",\"stage\"");

        assertThat(handler.invoke(event, context)).contains("\"statusCode\":200", "42");
        assertThat(handler.invoke(event.replace("/orders/{id}", "/other"), context))
                .contains("404");
    }

    @Test
    void aDefaultStandsInForAMissingParameter() throws IOException {
        assertThat(ask("GET", "/orders/42", "", null).get("body").asText()).contains("\"limit\":10");
    }

    @Test
    void aBodyBecomesARecordAndAResponseKeepsHeadersAndCookies() throws IOException {
        JsonNode answer = ask("POST", "/orders", "", "{\"id\":\"7\",\"quantity\":2,\"due\":\"2026-03-01\",\"more\":1}");

        assertThat(handler.calls).containsExactly("Order[id=7, quantity=2, due=2026-03-01]");
        assertThat(answer.get("statusCode").asInt()).isEqualTo(201);
        assertThat(answer.at("/headers/location").asText()).isEqualTo("/orders/7");
        assertThat(answer.get("cookies")).hasToString("[\"last=7\",\"seen=1\"]");
        assertThat(answer.get("body").asText()).isEqualTo("{\"id\":\"7\",\"quantity\":2,\"due\":\"2026-03-01\"}");
    }

    @Test
    void anIllTypedParameterIsABadRequestThatNamesIt() throws IOException {
        assertProblem(
                ask("GET", "/orders/1", "limit=many", null), 400, "query parameter 'limit' is not of type Integer");
    }

    @Test
    void aBodyThatDoesNotFitIsABadRequestThatNamesTheMemberAndNoClass() throws IOException {
        assertProblem(
                ask("POST", "/orders", "", "{\"id\":\"7\",\"quantity\":\"two\"}"),
                400,
                "the body does not fit at quantity");
        assertProblem(ask("POST", "/orders", "", null), 400, "the body is missing");
        assertProblem(ask("POST", "/orders", "", "null"), 400, "the body is missing");
        assertThat(ask("POST", "/orders", "", "{\"id\":").get("body").asText())
                .contains("the body is not JSON that can be read here")
                .doesNotContain("io.lambdamaven");
        assertThat(handler.calls).isEmpty();
    }

    @Test
    void aRepeatedKeyInABodyIsABadRequest() throws IOException {
        JsonNode answer = ask("POST", "/orders", "", "{\"id\":\"7\",\"id\":\"8\",\"quantity\":1}");

        assertThat(answer.get("statusCode").asInt()).isEqualTo(400);
        assertThat(answer.get("body").asText()).contains("Duplicate");
    }

    @Test
    void aBodyNestedTooDeeplyIsABadRequest() throws IOException {
        JsonNode answer = ask("POST", "/orders", "", "{\"id\":" + "[".repeat(2000) + "]".repeat(2000) + "}");

        assertThat(answer.get("statusCode").asInt()).isEqualTo(400);
        assertThat(handler.calls).isEmpty();
    }

    @Test
    void anHttpExceptionAnswersWithItsStatusAndMessage() throws IOException {
        assertProblem(ask("GET", "/fail/conflict", "", null), 409, "the order is closed");
        assertThat(context.log).isEmpty();
    }

    @Test
    void anyOtherExceptionIsLoggedOnceAndAnswersNothingOfItself() throws IOException {
        JsonNode answer = ask("GET", "/fail/checked", "", null);

        assertProblem(answer, 500, "the request could not be served");
        assertThat(answer.toString()).doesNotContain("hunter2").doesNotContain("SQLException");
        assertThat(context.log).singleElement().asString().contains("GET /fail/{how} failed", "hunter2", "\tat ");
    }

    @Test
    void aHeaderThatWouldInjectAnotherIsRefused() throws IOException {
        JsonNode answer = ask("GET", "/fail/inject", "", null);

        assertThat(answer.get("statusCode").asInt()).isEqualTo(500);
        assertThat(answer.toString()).doesNotContain("admin");
    }

    @Test
    void anEmptyOptionalIsNotFoundAndNothingIsNoContent() throws IOException {
        assertProblem(ask("GET", "/fail/empty", "", null), 404, "there is nothing here");
        JsonNode nothing = ask("GET", "/nothing", "", null);
        assertThat(nothing.get("statusCode").asInt()).isEqualTo(204);
        assertThat(nothing.get("headers")).isEmpty();
    }

    @Test
    void aResultThatIsNoJsonIsLoggedAndAnswersAnError() throws IOException {
        assertProblem(ask("GET", "/unwritable", "", null), 500, "the request could not be served");
        assertThat(context.log).singleElement().asString().contains("java.lang.Object");
    }

    @Test
    void anUnknownPathIsNotFoundAndAWrongMethodIsToldTheRightOnes() throws IOException {
        assertProblem(ask("GET", "/order", "", null), 404, "there is nothing at this path");
        JsonNode wrong = ask("DELETE", "/orders", "", null);
        assertProblem(wrong, 405, "this path does not take DELETE");
        assertThat(wrong.at("/headers/allow").asText()).isEqualTo("OPTIONS, POST");
    }

    @Test
    void aGreedyParameterTakesTheRestOfThePath() throws IOException {
        JsonNode answer = ask("GET", "/files/a%2Fb/c d/x.txt", "", null);

        assertThat(answer.get("body").asText()).isEqualTo("a/b/c d/x.txt");
        assertThat(answer.at("/headers/content-type").asText()).isEqualTo("text/plain; charset=utf-8");
    }

    @Test
    void aFunctionWithoutHttpRoutesFailsAnHttpEvent() {
        RoutedHandler none = new RoutedHandler(
                RouteTable.builder(Map.of()).invoke(0, "Admin.any").build()) {
            @Override
            protected Object call(int route, Arguments in) {
                throw unknownRoute(route);
            }
        };
        String event = Events.httpApi("GET", "/orders", "", null);

        assertThatThrownBy(() -> none.handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        new ByteArrayOutputStream(),
                        context))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessage("no route takes this event of an API Gateway HTTP API (GET /orders);"
                        + " the routes of this function are: direct invocation (Admin.any)");
    }

    private static void assertProblem(JsonNode answer, int status, String detail) throws IOException {
        assertThat(answer.get("statusCode").asInt()).isEqualTo(status);
        assertThat(answer.at("/headers/content-type").asText()).isEqualTo("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(answer.get("body").asText());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotEmpty();
        assertThat(problem.get("detail").asText()).isEqualTo(detail);
    }

    private JsonNode ask(String method, String path, String query, String body) throws IOException {
        return new ObjectMapper().readTree(handler.invoke(Events.httpApi(method, path, query, body), context));
    }
}
