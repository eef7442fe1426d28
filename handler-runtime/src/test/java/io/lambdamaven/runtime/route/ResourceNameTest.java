package io.lambdamaven.runtime.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResourceNameTest {
    private static final String PLACE = "arn:aws:dynamodb:eu-west-1:123456789012:";

    @ParameterizedTest
    @CsvSource({
        "table/orders, table/orders, true",
        "table/orders, table/orders/stream/2026-01-01T00:00:00.000, true",
        "table/orders/stream/2026-01-01T00:00:00.000, table/orders/stream/2026-01-01T00:00:00.000, true",
        "table/orders/stream/2026-01-01T00:00:00.000, table/orders/stream/2026-02-01T00:00:00.000, false",
        "table/orders, table/orders2/stream/2026-01-01T00:00:00.000, false",
        "table/orders/stream/2026-01-01T00:00:00.000, table/orders, false",
    })
    void aTablesArnIsThatOfItsStreamToo(String named, String event, boolean same) {
        assertThat(new ResourceName(PLACE + named).matches(PLACE + event)).isEqualTo(same);
    }
}
