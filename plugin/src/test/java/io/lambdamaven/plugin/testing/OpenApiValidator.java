package io.lambdamaven.plugin.testing;

import io.openapiparser.OpenApiParser;
import io.openapiparser.OpenApiResult;
import io.openapiparser.ValidationError;
import io.openapiprocessor.interfaces.ConverterException;
import io.openapiprocessor.jackson.JacksonConverter;
import io.openapiprocessor.jsonschema.reader.UriReader;
import io.openapiprocessor.jsonschema.schema.DocumentLoader;
import io.openapiprocessor.jsonschema.schema.DocumentStore;
import io.openapiprocessor.jsonschema.schema.Output;
import io.openapiprocessor.jsonschema.schema.SchemaStore;
import io.openapiprocessor.jsonschema.validator.Validator;
import io.openapiprocessor.jsonschema.validator.ValidatorSettings;
import java.net.URI;
import java.util.List;

/** Asks a validator of others, which knows OpenAPI's own schema. */
public final class OpenApiValidator {
    private OpenApiValidator() {}

    /** What it has against a document. */
    public static List<String> faults(String document) {
        JacksonConverter converter = new JacksonConverter();
        DocumentLoader loader = new DocumentLoader(new UriReader(), converter);
        OpenApiResult result;
        try {
            result = new OpenApiParser(new DocumentStore(), loader)
                    .parse(URI.create("memory:openapi.json"), converter.convert(document));
        } catch (ConverterException e) {
            throw new AssertionError(e);
        }
        SchemaStore schemas = new SchemaStore(loader);
        schemas.registerDraft202012();
        Validator validator = new Validator(new ValidatorSettings().setOutput(Output.BASIC));
        return result.validate(validator, schemas)
                ? List.of()
                : result.getValidationErrors().stream()
                        .map(OpenApiValidator::text)
                        .toList();
    }

    private static String text(ValidationError error) {
        return error.getInstanceLocation() + " " + error.getText();
    }
}
