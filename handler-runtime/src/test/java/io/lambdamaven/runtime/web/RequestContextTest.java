package io.lambdamaven.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.HttpTarget;
import io.lambdamaven.runtime.event.Recognizer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What an application is told of the caller, as the front has found it out. */
class RequestContextTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NAME = "X-Amzn-Request-Context: ";
    private static final String CLAIMS =
            "\"authorizer\":{\"jwt\":{\"claims\":{\"name\":\"J\u00f6rg \ud83d\ude00\\nX-Evil: 1\",\n\t\"b\":\"\u007f\"}}},";

    private final Requests requests = new Requests("");

    private static String event(RawRequest request) {
        return request.httpApi().replace("\"requestContext\":{", "\"requestContext\":{" + CLAIMS);
    }

    private String head(String event) throws ForwardException {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        Event what = Recognizer.recognize(bytes, false);
        return new String(
                requests.of(what, HttpTarget.of(what), bytes, new Requests.Ids("r", null))
                        .head(),
                StandardCharsets.ISO_8859_1);
    }

    @Test
    void itIsTheEventsOwnInOneLineOfAscii() throws Exception {
        requests.tellContext();
        String event = event(RawRequest.parse("GET /x | x-amzn-request-context: {\"forged\":1}"));

        assertThat(head(event)
                        .lines()
                        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("x-amzn-request")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line).startsWith(NAME).matches("[ -~]*");
                    assertThat(MAPPER.readTree(line.substring(NAME.length())))
                            .isEqualTo(MAPPER.readTree(event).get("requestContext"));
                });
        assertThat(head(event)).doesNotContain("forged", "\nX-Evil");
    }

    @Test
    void itIsToldOnRequestOnly() throws Exception {
        assertThat(head(event(RawRequest.parse("GET /x")))).doesNotContain("Request-Context", "authorizer");
    }
}
