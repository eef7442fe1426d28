package io.lambdamaven.runtime.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpliceTest {
    private static String set(String json) {
        byte[] value = "{\"new\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] set = Splice.set(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "response", value);
        return new String(set, StandardCharsets.UTF_8).replace('"', '\'');
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{} | {'response':{'new':1}}",
                " { } | { 'response':{'new':1}}",
                "{'a':1} | {'a':1,'response':{'new':1}}",
                "{'a':{'response':2}, 'b':[ {'response':3} ] } | {'a':{'response':2}, 'b':[ {'response':3} ] ,'response':{'new':1}}",
                "{'response':null,'z':[]} | {'response':{'new':1},'z':[]}",
                "{'response' : -1.5e3 , 'z':true} | {'response' : {'new':1} , 'z':true}",
                "{'a':'response','response':'x\\'}{','z':0} | {'a':'response','response':{'new':1},'z':0}",
                "{'response':[[{'}':']'}],2]} | {'response':{'new':1}}",
                "{'ä':'\\u00e4 € \\'','response':{}} | {'ä':'\\u00e4 € \\'','response':{'new':1}}"
            })
    void oneMemberChangesAndNoOtherByte(String before, String after) {
        assertThat(set(before).trim()).isEqualTo(after.trim());
    }

    @Test
    void theRestOfTheEventIsTheSameBytes() {
        String event = "{\"b\" : 1.00, \"response\":{\"x\":1},\"c\":\"\\/\"}\n";

        byte[] set =
                Splice.set(event.getBytes(StandardCharsets.UTF_8), "response", "[]".getBytes(StandardCharsets.UTF_8));

        assertThat(set).asString().isEqualTo("{\"b\" : 1.00, \"response\":[],\"c\":\"\\/\"}\n");
    }
}
