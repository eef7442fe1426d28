package io.lambdamaven.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lambdamaven.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {
    private static final String EVENT = """
            {"source": "orders", "detail-type": "OrderPlaced", "resources": ["arn:aws:s3:::a", "arn:aws:s3:::b"],
             "detail": {"total": 19.99, "count": 3, "paid": true, "note": null, "empty": "", "ip": "10.0.1.17",
                        "six": "2001:db8::7", "name": "Orders-EU.csv", "path": "a*b\\\\c", "none": [],
                        "lines": [{"sku": "a", "n": 1}, {"sku": "b", "n": 2}]}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                                     | true",
                "{'source': ['orders']}                                                 | true",
                "{'source': ['bills', 'orders']}                                        | true",
                "{'source': ['bills']}                                                  | false",
                "{'source': ['orders'], 'detail-type': ['Other']}                       | false",
                "{'account': ['1']}                                                     | false",
                "{'resources': ['arn:aws:s3:::b']}                                      | true",
                "{'resources': ['arn:aws:s3:::c']}                                      | false",
                "{'detail': {'total': [19.990]}}                                        | true",
                "{'detail': {'total': ['19.99']}}                                       | false",
                "{'detail': {'paid': [true], 'note': [null], 'empty': ['']}}            | true",
                "{'detail': {'paid': [null]}}                                           | false",
                "{'detail': {'name': [{'prefix': 'Orders'}]}}                           | true",
                "{'detail': {'name': [{'prefix': 'orders'}]}}                           | false",
                "{'detail': {'name': [{'prefix': {'equals-ignore-case': 'orders'}}]}}   | true",
                "{'detail': {'name': [{'suffix': '.csv'}]}}                             | true",
                "{'detail': {'name': [{'suffix': '.txt'}]}}                             | false",
                "{'detail': {'name': [{'suffix': {'equals-ignore-case': '.CSV'}}]}}     | true",
                "{'detail': {'name': [{'equals-ignore-case': 'ORDERS-eu.CSV'}]}}        | true",
                "{'detail': {'name': [{'wildcard': 'O*-*.c*v'}]}}                       | true",
                "{'detail': {'name': [{'wildcard': '*'}]}}                              | true",
                "{'detail': {'name': [{'wildcard': 'O*-*.txt'}]}}                       | false",
                "{'detail': {'path': [{'wildcard': 'a\\\\*b\\\\\\\\c'}]}}               | true",
                "{'detail': {'name': [{'wildcard': 'Orders\\\\*'}]}}                    | false",
                "{'detail': {'name': [{'anything-but': 'x'}]}}                          | true",
                "{'detail': {'name': [{'anything-but': ['x', 'Orders-EU.csv']}]}}       | false",
                "{'detail': {'name': [{'anything-but': {'prefix': 'Ord'}}]}}            | false",
                "{'detail': {'name': [{'anything-but': {'suffix': ['.a', '.csv']}}]}}   | false",
                "{'detail': {'name': [{'anything-but': {'wildcard': 'Q*'}}]}}           | true",
                "{'detail': {'missing': [{'anything-but': 'x'}]}}                       | false",
                "{'detail': {'count': [{'anything-but': [1, 2]}]}}                      | true",
                "{'detail': {'count': [{'numeric': ['>', 0, '<=', 3]}]}}                | true",
                "{'detail': {'count': [{'numeric': ['>', 3]}]}}                         | false",
                "{'detail': {'count': [{'numeric': ['=', 3.0]}]}}                       | true",
                "{'detail': {'name': [{'numeric': ['=', 3]}]}}                          | false",
                "{'detail': {'ip': [{'cidr': '10.0.0.0/16'}]}}                          | true",
                "{'detail': {'ip': [{'cidr': '10.0.0.0/24'}]}}                          | false",
                "{'detail': {'six': [{'cidr': '2001:db8::/32'}]}}                       | true",
                "{'detail': {'name': [{'cidr': '10.0.0.0/16'}]}}                        | false",
                "{'detail': {'ip': [{'cidr': 'example.com/16'}]}}                       | false",
                "{'detail': {'count': [{'exists': true}]}}                              | true",
                "{'detail': {'missing': [{'exists': false}]}}                           | true",
                "{'detail': {'missing': {'deeper': [{'exists': false}]}}}               | true",
                "{'detail': {'missing': [{'exists': true}]}}                            | false",
                "{'detail': [{'exists': true}]}                                         | false",
                "{'detail': {'none': [{'exists': false}]}}                              | true",
                "{'detail': {'lines': {'sku': ['b']}}}                                  | true",
                "{'detail': {'lines': {'sku': ['b'], 'n': [2]}}}                        | true",
                "{'detail': {'lines': {'sku': ['b'], 'n': [1]}}}                        | false",
                "{'$or': [{'source': ['x']}, {'detail': {'count': [3]}}]}               | true",
                "{'$or': [{'source': ['x']}, {'detail': {'count': [4]}}]}               | false",
                "{'detail': {'$or': [{'count': [3]}, {'total': [0]}], 'paid': [true]}}  | true",
                "{'detail': {'count': 3}}                                               | false",
                "{'detail': {'name': [{}]}}                                             | false",
                "{'detail': {'name': [{'unheard-of': 'Orders'}]}}                       | false"
            })
    void anEventFitsAsOnEventBridge(String pattern, boolean fits) {
        Object event = Json.tree(EVENT.getBytes(StandardCharsets.UTF_8));

        assertThat(EventPattern.of(pattern.replace('\'', '"')).matches(event)).isEqualTo(fits);
    }

    @Test
    void aPatternIsAnObject() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventPattern.of("[]").matches("{}"))
                .withMessage("the event pattern [] is no object");
    }

    @Test
    void aWildcardPatternThatFitsNothingIsFoundOutInGoodTime() {
        String long1 = "a".repeat(20_000);
        Object event = Json.tree(("{\"x\":\"" + long1 + "\"}").getBytes(StandardCharsets.UTF_8));

        assertThat(EventPattern.of("{\"x\":[{\"wildcard\":\"*a*a*a*b\"}]}").matches(event))
                .isFalse();
    }
}
