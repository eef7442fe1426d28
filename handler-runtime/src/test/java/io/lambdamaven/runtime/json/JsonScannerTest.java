package io.lambdamaven.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lambdamaven.runtime.event.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner against Jackson's: the same bytes are JSON to both or to neither, and hold the same tokens. */
class JsonScannerTest {
    private static final String SPICE = "{}[]\",:\\ue0123456789.+-Etfn \t\n\rabx/";

    private static final List<String> DOCUMENTS = List.of(
            "{\"a\":[1,-0,0.5,1e5,-2.5E-3,true,false,null,\"x\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"],\"\":{}}",
            " [ ] ",
            "[[[[1],{}],\"\"],{\"b\":{\"c\":{\"d\":[{}]}}}]",
            "\"text\"",
            "-12.75e+10",
            "{\"a\":1,\"a\":2}");

    @Test
    void randomDamageIsJudgedAsJacksonJudgesIt() throws IOException {
        List<String> documents = new ArrayList<>(DOCUMENTS);
        Samples.all().keySet().forEach(sample -> documents.add(sample.replace('\'', '"')));
        Random random = new Random(20261123);
        for (int round = 0; round < 40_000; round++) {
            StringBuilder text = new StringBuilder(documents.get(random.nextInt(documents.size())));
            for (int change = random.nextInt(4); change > 0 && text.length() > 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
                    default -> text.setCharAt(at, SPICE.charAt(random.nextInt(SPICE.length())));
                }
            }
            String json = text.toString();
            assertThat(ours(json)).as(json).isEqualTo(jacksons(json));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\"         | it ends too early, at byte 4",
                "\"\\u00zz\"    | an escape is malformed, at byte 2",
                "[1,]           | ']' is out of place, at byte 3",
                "{1:2}          | '1' is out of place, at byte 1",
                "[1 2]          | '2' is out of place, at byte 3",
                "nul            | it ends too early, at byte 3",
                "[-]            | ']' is out of place, at byte 2",
                "1 1            | something follows its end, at byte 2"
            })
    void aFaultIsNamedWithItsPlace(String json, String fault) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> Json.tree(json.getBytes(StandardCharsets.UTF_8)))
                .withMessage("it is not JSON that can be read here: " + fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "FF", "E282", "EDA080", "F5808080"})
    void aTextThatIsNotUtf8IsRefused(String hex) {
        byte[] bytes = HexFormat.of().parseHex("22" + hex + "22");

        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> Json.tree(bytes))
                .withMessageContaining("a text is not UTF-8");
    }

    @Test
    void anyCharacterIsWrittenAndReadAgain() {
        StringBuilder all = new StringBuilder();
        for (int code = 0; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 97) {
            if (code < 0xD800 || code > 0xDFFF) {
                all.appendCodePoint(code);
            }
        }
        all.append('\uD800').append('x').append('\uDC00');

        assertThat(Json.tree(Json.write(all.toString()))).isEqualTo(all.toString());
    }

    @Test
    void theReplacementCharacterItselfIsText() {
        assertThat(Json.tree("\"\uFFFD\"".getBytes(StandardCharsets.UTF_8))).isEqualTo("\uFFFD");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(Json.tree("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).isEqualTo(Map.of());
    }

    @Test
    void aCopyIsByteForByteWhatStoodThere() {
        JsonCursor cursor = JsonCursor.over(
                "{ \"a\" : { \"b\" : [ 1.0 , \"\\u0041\" ] } , \"c\":2}".getBytes(StandardCharsets.UTF_8));
        cursor.nextName();

        assertThat(new String(cursor.copy(), StandardCharsets.UTF_8)).isEqualTo("{ \"b\" : [ 1.0 , \"\\u0041\" ] }");
        assertThat(cursor.nextName()).isEqualTo("c");
        assertThat(new String(cursor.copy(), StandardCharsets.UTF_8)).isEqualTo("2");
        assertThat(cursor.nextName()).isNull();
    }

    private static List<String> ours(String json) {
        List<String> tokens = new ArrayList<>();
        JsonScanner scanner = new JsonScanner(json.getBytes(StandardCharsets.UTF_8));
        try {
            for (int token = scanner.next(); token != JsonScanner.END; token = scanner.next()) {
                tokens.add(token >= JsonScanner.NAME ? token + scanner.text() : String.valueOf(token));
            }
            return tokens;
        } catch (JsonException e) {
            return List.of("refused");
        }
    }

    private static List<String> jacksons(String json) throws IOException {
        List<String> tokens = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json.getBytes(StandardCharsets.UTF_8))) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 0 && !tokens.isEmpty()) {
                    return List.of("refused");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                int ours = switch (token) {
                    case START_OBJECT -> JsonScanner.START_OBJECT;
                    case END_OBJECT -> JsonScanner.END_OBJECT;
                    case START_ARRAY -> JsonScanner.START_ARRAY;
                    case END_ARRAY -> JsonScanner.END_ARRAY;
                    case FIELD_NAME -> JsonScanner.NAME;
                    case VALUE_STRING -> JsonScanner.STRING;
                    case VALUE_NUMBER_INT -> JsonScanner.WHOLE;
                    case VALUE_NUMBER_FLOAT -> JsonScanner.DECIMAL;
                    case VALUE_TRUE -> JsonScanner.TRUE;
                    case VALUE_FALSE -> JsonScanner.FALSE;
                    default -> JsonScanner.NULL;
                };
                tokens.add(ours >= JsonScanner.NAME ? ours + parser.getText() : String.valueOf(ours));
            }
        } catch (JacksonException e) {
            return List.of("refused");
        }
        return tokens.isEmpty() ? List.of("refused") : tokens;
    }
}
