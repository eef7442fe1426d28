package io.lambdamaven.runtime.document;

import io.lambdamaven.api.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Answers with the OpenAPI description that was packed beside the handler. */
public final class OpenApiDocument {
    private static final String ENTRY = "/META-INF/lambda/openapi.json";

    private OpenApiDocument() {}

    /**
     * The description.
     *
     * @return of type {@code application/json}
     * @throws IOException if the jar does not hold it, or cannot be read
     */
    public static HttpResponse get() throws IOException {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(ENTRY)) {
            if (in == null) {
                throw new IOException("the jar has no " + ENTRY);
            }
            return HttpResponse.of(200)
                    .header("Content-Type", "application/json")
                    .body(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
