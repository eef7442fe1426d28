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
