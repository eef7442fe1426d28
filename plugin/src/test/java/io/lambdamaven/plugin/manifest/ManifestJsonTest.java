package io.lambdamaven.plugin.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.ServiceKind;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.model.ProjectId;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.EveryTrigger;
import io.lambdamaven.plugin.testing.OrderService;
import io.lambdamaven.plugin.testing.UserProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ManifestJsonTest {
    private static final Place PLACE = Place.of("orders.jar");

    @TempDir
    Path folder;

    private Manifest manifest() {
        Path classes = OrderService.in(folder).compile();
        return new Manifest(
                ProjectScanner.scan(List.of(classes), UserProject.libraries())
                        .application(new ProjectId("com.example", "orders", "1.0")),
                17,
                "0123456789abcdef".repeat(4));
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        Manifest manifest = manifest();
        String text = ManifestJson.write(manifest);
        assertThat(ManifestJson.read(text, PLACE)).isEqualTo(manifest);
        assertThat(ManifestJson.write(ManifestJson.read(text, PLACE))).isEqualTo(text);
    }

    @Test
    void anIdempotentFunctionIsWrittenAndReadBack() {
        Path classes = new UserProject(folder).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;

                        public class Till {
                            @InvokeTrigger
                            @Idempotent(key = "order.id")
                            public void pay() {}
                        }
                        """).compile();
        Manifest manifest = new Manifest(
                ProjectScanner.scan(List.of(classes), UserProject.libraries())
                        .application(new ProjectId("com.example", "till", "1.0")),
                17,
                "0123456789abcdef".repeat(4));

        String text = ManifestJson.write(manifest);
        assertThat(text).contains("\"idempotent\": true");
        assertThat(ManifestJson.read(text, PLACE)).isEqualTo(manifest);
        assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
    }

    @Test
    void aFunctionThatWritesToClientsIsWrittenAndReadBack() {
        Path classes = new UserProject(folder).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;
                        import io.lambdamaven.api.*;

                        public class News {
                            @InvokeTrigger
                            public void tell(String news, Connections connections) {}
                        }
                        """).compile();
        Manifest manifest = new Manifest(
                ProjectScanner.scan(List.of(classes), UserProject.libraries())
                        .application(new ProjectId("com.example", "news", "1.0")),
                17,
                "0123456789abcdef".repeat(4));

        String text = ManifestJson.write(manifest);
        assertThat(text).contains("\"connections\": true");
        assertThat(ManifestJson.read(text, PLACE)).isEqualTo(manifest);
        assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
    }

    @Test
    void whatHttpRoutesSayBeyondTheirPathsIsWrittenAndReadBack() {
        Path classes = new UserProject(folder).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;

                        public class Shop {
                            @Cors(value = "https://shop.example", exposed = "X-Total")
                            @HttpTrigger(path = "/a", consumes = "image/*", produces = "a/b", maxBody = 5, gzipFrom = 6, eTag = true)
                            @HttpTrigger(path = "/b")
                            public void a() {}
                        }
                        """).compile();
        Manifest manifest = new Manifest(
                ProjectScanner.scan(List.of(classes), UserProject.libraries())
                        .application(new ProjectId("com.example", "shop", "1.0")),
                17,
                "0123456789abcdef".repeat(4));

        String text = ManifestJson.write(manifest);
        assertThat(text).contains("\"consumes\"", "\"gzipFrom\": 6", "\"https://shop.example\"");
        assertThat(ManifestJson.read(text, PLACE)).isEqualTo(manifest);
        assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaTakesWhatIsWritten() {
        assertThat(schema().validate(ManifestJson.write(manifest()), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void everyTriggerIsWrittenWithAllItsValuesAndReadBack() {
        Path classes = EveryTrigger.in(folder).compile();
        Manifest manifest = new Manifest(
                ProjectScanner.scan(List.of(classes), UserProject.libraries())
                        .application(new ProjectId("com.example", "all", "1.0")),
                17,
                "0123456789abcdef".repeat(4));
        String text = ManifestJson.write(manifest);
        assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
        assertThat(ManifestJson.read(text, PLACE)).isEqualTo(manifest);
        assertThat(ManifestJson.write(ManifestJson.read(text, PLACE))).isEqualTo(text);
        assertThat(manifest.application().functions().get(0).routes())
                .extracting(route -> route.trigger().kind())
                .containsAll(Catalog.kinds().stream().map(ServiceKind::word).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"topic\": \"   | \"topik\": \"",
                "\"tumblingWindow\": 60 | \"tumblingWindow\": 901",
                "\"tumblingWindow\": 60 | \"tumblingWindow\": \"60\"",
                "\"engine\": \"RABBITMQ\" | \"engine\": \"NATS\"",
                "\"PRE_SIGN_UP\"      | \"SIGN_UP\"",
                "\"kind\": \"iot\"    | \"kind\": \"iot\", \"more\": true",
                "\"topic\": \"${orders.topic}\" | \"topic\": \"\"",
            })
    void aTriggerOfAnotherShapeIsRefusedBySchemaAndReader(String before, String after) {
        Path classes = EveryTrigger.in(folder).compile();
        Manifest manifest = new Manifest(
                ProjectScanner.scan(List.of(classes), UserProject.libraries())
                        .application(new ProjectId("com.example", "all", "1.0")),
                17,
                "0123456789abcdef".repeat(4));
        String text = ManifestJson.write(manifest);
        assertThat(text).contains(before);
        String changed = text.replace(before, after);
        assertThat(schema().validate(changed, InputFormat.JSON)).isNotEmpty();
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> ManifestJson.read(changed, PLACE))
                .withMessageContaining("LM090 orders.jar");
    }

    /** A jar that was built before there were these attributes can still be planned with and rolled back to. */
    @Test
    void aManifestOfAnOlderJarIsReadWithTheDefaultsOfWhatItLacks() {
        Path classes = new UserProject(folder).with("""
                        package shop;

                        import io.lambdamaven.annotation.*;
                        import java.util.Map;

                        public class Old {
                            @SqsTrigger(queue = "orders")
                            public void queue(String body) {}

                            @S3Trigger(bucket = "uploads")
                            public void upload(Map<String, Object> event) {}

                            @ScheduleTrigger("rate(1 hour)")
                            public void hourly() {}

                            @Command("clean")
                            public void clean() {}
                        }
                        """).compile();
        Manifest manifest = new Manifest(
                ProjectScanner.scan(List.of(classes), UserProject.libraries())
                        .application(new ProjectId("com.example", "old", "1.0")),
                17,
                "0123456789abcdef".repeat(4));
        String older = without(
                        Json.parse(ManifestJson.write(manifest)),
                        Set.of(
                                "parallel",
                                "continueOnFailure",
                                "unwrap",
                                "maximumConcurrency",
                                "eventBridge",
                                "timeZone",
                                "flexibleWindow",
                                "startDate",
                                "endDate",
                                "arguments"))
                .pretty();

        assertThat(older).doesNotContain("parallel", "eventBridge", "flexibleWindow", "startDate", "arguments");
        assertThat(schema().validate(older, InputFormat.JSON)).isEmpty();
        assertThat(ManifestJson.read(older, PLACE)).isEqualTo(manifest);
    }

    private static Json without(Json json, Set<String> names) {
        if (json instanceof JsonObject object) {
            JsonObject.Builder kept = Json.object();
            object.members().forEach((name, value) -> {
                if (!names.contains(name)) {
                    kept.put(name, without(value, names));
                }
            });
            return kept.build();
        }
        return json instanceof JsonArray array
                ? Json.array(array.values().stream()
                        .map(value -> without(value, names))
                        .toList())
                : json;
    }

    @Test
    void theSchemaIsOneOfItsDraft() {
        JsonSchema draft = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(draft.validate(ManifestJson.schema(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"invoke\"   | \"kind\": \"fax\"",
                "\"takes\": \"each\"    | \"takes\": \"half\"",
                "\"number\": 3          | \"number\": \"3\"",
                "\"codeDigest\": \"0    | \"codeDigest\": \"x",
                "\"routes\"             | \"roots\"",
            })
    void aManifestOfAnotherShapeIsRefusedBySchemaAndReader(String before, String after) {
        String text = ManifestJson.write(manifest());
        assertThat(text).contains(before);
        String changed = text.replace(before, after);
        assertThat(schema().validate(changed, InputFormat.JSON)).isNotEmpty();
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> ManifestJson.read(changed, PLACE))
                .withMessageContaining("LM090 orders.jar");
    }

    @Test
    void textThatIsNoJsonIsRefused() {
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> ManifestJson.read("{", PLACE))
                .withMessageContaining("LM090 orders.jar");
    }

    @Test
    void aLaterSchemaVersionIsRefusedAsSuch() {
        String later = Json.object().put("schema", 2).build().canonical();
        assertThatExceptionOfType(UserFault.class)
                .isThrownBy(() -> ManifestJson.read(later, PLACE))
                .withMessageContaining("LM091 orders.jar")
                .withMessageContaining("schema version 2");
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(ManifestJson.schema());
    }
}
