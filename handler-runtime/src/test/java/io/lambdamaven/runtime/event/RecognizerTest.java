package io.lambdamaven.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.runtime.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecognizerTest {
    static Stream<Arguments> samples() {
        return Samples.all().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleGetsItsKind(String sample, EventKind kind) {
        assertThat(recognize(sample).kind()).isEqualTo(kind);
    }

    @Test
    void everyKindHasASample() {
        assertThat(EnumSet.copyOf(Samples.all().values())).isEqualTo(EnumSet.allOf(EventKind.class));
    }

    @Test
    void everyKindNamesItsService() {
        for (EventKind kind : EventKind.values()) {
            assertThat(kind.service()).isNotBlank();
        }
    }

    @Test
    void aCommandCountsForOperatorsAlone() {
        byte[] command = bytes("{'command':'reindex'}");

        assertThat(Recognizer.recognize(command, true).kind()).isEqualTo(EventKind.COMMAND);
        assertThat(Recognizer.recognize(command, false).kind()).isEqualTo(EventKind.DIRECT);
        assertThat(recognize("{'command':{'name':'reindex'}}").kind()).isEqualTo(EventKind.DIRECT);
    }

    @Test
    void theSendersOwnWordComesAlong() {
        assertThat(recognize("{'requestContext':{'elb':{}},'multiValueHeaders':{}}")
                        .detail())
                .isEqualTo("multi-value");
        assertThat(recognize("{'detail':{},'detail-type':'d','source':'aws.s3'}")
                        .detail())
                .isEqualTo("aws.s3");
        assertThat(recognize("{'Records':[{'eventSource':'aws:kinesis'}],'window':{}}")
                        .detail())
                .isEqualTo("window");
    }

    @Test
    void aMarkDeeperOrElsewhereInAnEventIsData() {
        assertThat(recognize("{'Records':[{'eventSource':'aws:sqs','body':'{}','requestContext':{'elb':{}}}]}")
                        .kind())
                .isEqualTo(EventKind.SQS);
        assertThat(recognize("{'payload':{'Records':[{'eventSource':'aws:s3'}]}}")
                        .kind())
                .isEqualTo(EventKind.DIRECT);
        assertThat(recognize("{'requestContext.elb':{}}").kind()).isEqualTo(EventKind.DIRECT);
    }

    @Test
    void nothingAtAllIsADirectInvocation() {
        assertThat(Recognizer.recognize(new byte[0], false).kind()).isEqualTo(EventKind.DIRECT);
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> recognize("{'a':")).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> recognize("<xml/>"))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("it is not JSON that can be read here");
    }

    @Test
    void whatIsNestedTooDeeplyIsRefused() {
        String deep = "{'a':" + "[".repeat(600) + "]".repeat(600) + "}";

        assertThatThrownBy(() -> recognize(deep))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("nesting depth");
    }

    @Test
    void aNumberTooLongToReadIsRefused() {
        assertThatThrownBy(() -> recognize("{'type':" + "9".repeat(2_000) + "}"))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void keyOrderAndRepeatedKeysNeverChangeWhatFullEvaluationGives() throws IOException {
        Random random = new Random(42);
        for (int round = 0; round < 30_000; round++) {
            String event = event(random);
            assertThat(recognize(event).kind()).as(event).isEqualTo(FirstMatch.of(event.replace('\'', '"')));
        }
    }

    /** Some marks of some kinds, with right, wrong and null values, in any order, some of them twice. */
    private static String event(Random random) {
        List<String> members = new ArrayList<>();
        String[][] groups = {
            {"'type':'TOKEN'", "'type':'REQUEST'", "'type':'Other'", "'type':null", "'methodArn':'m'", "'routeArn':'r'"
            },
            {"'authorizationToken':'t'", "'messageVersion':'1'", "'agent':{}", "'actionGroup':'g'"},
            {
                "'requestContext':{'apiId':'a','http':{}}",
                "'requestContext':{'connectionId':'c','eventType':'CONNECT'}",
                "'requestContext':{'eventType':'Other','connectionId':'c','eventType':'MESSAGE'}",
                "'requestContext':{'elb':{}}",
                "'requestContext':{'elb':null}",
                "'requestContext':null",
                "'requestContext':{'serviceNetworkArn':'s'}",
                "'requestContext':{'http':{},'domainName':'x.lambda-url.y'}",
                "'requestContext':'text'",
                "'requestContext.elb':{}"
            },
            {"'raw_path':'/'", "'is_base64_encoded':true", "'httpMethod':'GET'", "'resource':'/'", "'path':'/'"},
            {
                "'Records':[{'eventSource':'aws:s3'}]",
                "'Records':[{'eventSource':'aws:sqs'},{'eventSource':'aws:s3'}]",
                "'Records':[{'EventSource':'aws:sns','eventSource':'other'}]",
                "'Records':[{'eventSource':'aws:s3','EventSource':'aws:sns'}]",
                "'Records':[]",
                "'eventSource':'aws:kafka'",
                "'eventSource':'aws:rmq'",
                "'eventSource':'aws:s3'"
            },
            {"'triggerSource':'t'", "'userPoolId':'u'", "'command':'c'", "'awslogs':{'data':'d'}", "'awslogs':{}"},
            {
                "'detail-type':'d'",
                "'detail-type':'Scheduled Event'",
                "'source':'s'",
                "'source':'aws.cloudwatch'",
                "'detail':{}",
                "'detail':null",
                "'alarmArn':'a'"
            },
            {
                "'Details':{'ContactData':{}}",
                "'records':[]",
                "'deliveryStreamArn':'d'",
                "'applicationArn':'a'",
                "'info':{}",
                "'arguments':{}",
                "'session':{}",
                "'request':{}",
                "'other':[{'type':'TOKEN'}]"
            }
        };
        int most = 1 + random.nextInt(3);
        for (String[] group : groups) {
            if (random.nextInt(3) > 0) {
                List<String> some = new ArrayList<>(Arrays.asList(group));
                Collections.shuffle(some, random);
                members.addAll(some.subList(0, Math.min(some.size(), random.nextInt(most + 3))));
            }
        }
        if (!members.isEmpty() && random.nextBoolean()) {
            members.add(members.get(random.nextInt(members.size())));
        }
        Collections.shuffle(members, random);
        return "{" + String.join(",", members) + "}";
    }

    private static Event recognize(String sample) {
        return Recognizer.recognize(bytes(sample), true);
    }

    private static byte[] bytes(String sample) {
        return sample.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
