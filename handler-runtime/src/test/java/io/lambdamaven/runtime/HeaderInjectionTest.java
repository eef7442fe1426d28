package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.HttpRequest;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller sent is put where headers are made of it, in each form in which a response is answered. */
class HeaderInjectionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A response that a careless method makes of what the caller sent. */
    private interface Careless {
        HttpResponse answer(String sent);
    }

    private static final Map<String, Careless> PLACES = places();

    private static Map<String, Careless> places() {
        Map<String, Careless> places = new LinkedHashMap<>();
        places.put("value", sent -> HttpResponse.text("").header("X-Name", sent));
        places.put(
                "second value",
                sent -> HttpResponse.text("").header("X-Name", "a").header("x-name", sent));
        places.put("name", sent -> HttpResponse.text("").header(sent, "v"));
        places.put("cookie", sent -> HttpResponse.text("").cookie("name=" + sent));
        places.put("Set-Cookie", sent -> HttpResponse.text("").header("sEt-CoOkIe", "name=" + sent));
        places.put("Location", sent -> HttpResponse.of(302).header("Location", "/next/" + sent));
        places.put("Content-Type", sent -> HttpResponse.text("").header("Content-Type", "text/" + sent));
        places.put(
                "Content-Disposition",
                sent -> HttpResponse.bytes(new byte[1])
                        .header("Content-Disposition", "attachment; filename=\"" + sent + "\""));
        return places;
    }

    private static List<String> attacks() {
        List<String> attacks = new ArrayList<>();
        attacks.add("a\r\nset-cookie: evil=1");
        attacks.add("a\nx-evil: 1");
        attacks.add("a\rx-evil: 1");
        attacks.add("a\r\n x-evil: folded");
        attacks.add("a\r\n\r\n<script>evil</script>");
        for (int c = 0; c < 0xa0; c++) {
            if ((c < ' ' && c != '\t') || c >= 0x7f) {
                attacks.add("a" + (char) c + "evil");
            }
        }
        // Whoever keeps the low byte of a character reads line breaks in these.
        attacks.add("a\u560d\u560ax-evil: 1");
        attacks.add("a\u010d\u010aevil");
        attacks.add("a\u2028evil");
        return attacks;
    }

    @ParameterizedTest
    @EnumSource
    void noTextOfACallerBecomesAnotherHeader(HttpForm form) throws IOException {
        for (Map.Entry<String, Careless> place : PLACES.entrySet()) {
            for (String attack : attacks()) {
                List<String> seen = new ArrayList<>();
                MethodHandler handler = handler(request -> {
                    seen.add(request.text());
                    return place.getValue().answer(request.text());
                });
                Invocation context = Invocation.live();
                JsonNode answer = JSON.readTree(handler.invoke(form.event("POST", "/orders", attack, false), context));

                assertThat(seen).as("%s %s", form, place.getKey()).containsExactly(attack);
                assertThat(answer.get("statusCode").asInt())
                        .as("%s %s", place.getKey(), HttpForm.quoted(attack))
                        .isEqualTo(500);
                assertThat(answer.toString()).doesNotContain("evil");
                assertClean(answer);
                assertThat(context.log).singleElement().asString().doesNotContain("\r", "\0");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoTokenIsNoNameOfAHeader(HttpForm form) throws IOException {
        for (String name : List.of("", " ", "a b", "a:", "a: b", "(a)", "a,b", "a\tb", "\u00e4", "x-evil\u00a0")) {
            MethodHandler handler = handler(request -> HttpResponse.text("").header(name, "v"));
            JsonNode answer = JSON.readTree(handler.invoke(form.event("/orders"), Invocation.live()));

            assertThat(answer.get("statusCode").asInt()).as("'%s'", name).isEqualTo(500);
            assertClean(answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErrorsMessageAndTheMethodAreToldInTheBodyAlone(HttpForm form) throws IOException {
        String evil = "a\r\nx-evil: 1\0\u0085";
        MethodHandler handler = handler(request -> {
            throw new HttpException(409, request.text());
        });
        JsonNode conflict =
                JSON.readTree(handler.invoke(form.event("POST", "/orders", evil, false), Invocation.live()));
        JsonNode wrong = JSON.readTree(handler.invoke(form.event(evil, "/fixed", "", false), Invocation.live()));

        assertThat(conflict.get("statusCode").asInt()).isEqualTo(409);
        assertThat(JSON.readTree(conflict.get("body").asText()).get("detail").asText())
                .isEqualTo(evil);
        assertThat(wrong.get("statusCode").asInt()).isEqualTo(405);
        for (JsonNode answer : List.of(conflict, wrong)) {
            assertClean(answer);
            assertThat(without(answer, "body").toString()).doesNotContainIgnoringCase("evil");
            if (answer.has("statusDescription")) {
                assertThat(answer.get("statusDescription").asText()).isIn("409 Conflict", "405 Method Not Allowed");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsHarmlessArrivesAsItIs(HttpForm form) throws IOException {
        for (Map.Entry<String, Careless> place : PLACES.entrySet()) {
            MethodHandler handler = handler(request -> place.getValue().answer(request.text()));
            JsonNode answer =
                    JSON.readTree(handler.invoke(form.event("POST", "/orders", "plain", false), Invocation.live()));

            assertThat(answer.get("statusCode").asInt()).as(place.getKey()).isLessThan(400);
            assertThat(without(answer, "body").toString()).as(place.getKey()).contains("plain");
            assertClean(answer);
        }
    }

    private interface Careful {
        Object answer(HttpRequest request);
    }

    private static MethodHandler handler(Careful method) {
        RouteTable routes = RouteTable.builder(Map.of())
                .http(0, "ANY", "/orders", "Shop.orders")
                .http(1, "PUT", "/fixed", "Shop.fixed")
                .build();
        return new MethodHandler(routes, in -> method.answer(in.request()));
    }

    private static JsonNode without(JsonNode answer, String member) {
        return ((com.fasterxml.jackson.databind.node.ObjectNode) answer.deepCopy()).without(member);
    }

    /** Whatever is not the body holds no character that ends a line or a text. */
    private static void assertClean(JsonNode answer) {
        assertThat(answer.get("headers") == null || answer.get("multiValueHeaders") == null)
                .isTrue();
        clean(without(answer, "body"));
    }

    private static void clean(JsonNode node) {
        node.fieldNames().forEachRemaining(name -> assertThat(name).matches("[A-Za-z0-9-]+"));
        for (JsonNode child : node) {
            clean(child);
        }
        if (node.isTextual()) {
            assertThat(node.asText()).matches("[\\t\\x20-\\x7e\\xa0-\\xff]*");
        }
    }
}
