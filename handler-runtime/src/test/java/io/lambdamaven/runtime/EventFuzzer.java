package io.lambdamaven.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.json.JsonException;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * What Jazzer calls: any bytes through each alias. They may be refused, by one of the exceptions that say why; an answer
 * is JSON. Everything else is a finding.
 */
public final class EventFuzzer {
    private static final JsonFactory JSON = new JsonFactory();
    private static final RoutedHandler HANDLER = new EveryKindHandler();

    private EventFuzzer() {}

    public static void fuzzerTestOneInput(byte[] event) throws IOException {
        for (String alias : new String[] {"live", "raw", "ops"}) {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                HANDLER.handleRequest(new ByteArrayInputStream(event), answer, Invocation.through(alias));
            } catch (JsonException | BindException | UnroutableEventException refused) {
                continue;
            }
            readToItsEnd(answer.toByteArray());
        }
    }

    private static void readToItsEnd(byte[] answer) throws IOException {
        try (JsonParser parser = JSON.createParser(answer)) {
            int values = 0;
            while (parser.nextToken() != null) {
                values++;
            }
            if (values == 0) {
                throw new IllegalStateException("the answer is empty");
            }
        }
    }
}
