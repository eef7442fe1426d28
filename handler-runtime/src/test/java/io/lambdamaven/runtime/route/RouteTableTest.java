package io.lambdamaven.runtime.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.lambdamaven.runtime.event.EventKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private static final RouteTable HTTP = RouteTable.builder(Map.of())
            .http(0, "GET", "/{proxy+}", "a")
            .http(1, "GET", "/orders/{id}", "b")
            .http(2, "GET", "/orders/new", "c")
            .http(3, "ANY", "/orders/{id}", "d")
            .http(4, "POST", "/orders", "e")
            .http(5, "GET", "/orders/{id}/lines/{path+}", "f")
            .http(6, "GET", "/", "g")
            .build();

    @Test
    void aLiteralWinsOverAParameterAndAParameterOverAGreedyOne() {
        assertThat(number("GET", "/orders/new")).isEqualTo(2);
        assertThat(number("GET", "/orders/7")).isEqualTo(1);
        assertThat(number("GET", "/orders/7/more")).isEqualTo(0);
        assertThat(number("GET", "/orders/7/lines/1/2")).isEqualTo(5);
    }

    @Test
    void aMethodOfItsOwnWinsOverAny() {
        assertThat(number("GET", "/orders/7")).isEqualTo(1);
        assertThat(number("DELETE", "/orders/7")).isEqualTo(3);
        assertThat(number("DELETE", "/orders/new")).isEqualTo(3);
    }

    @Test
    void aSlashAtTheEndDoesNotCountAndTheRootIsAPath() {
        assertThat(number("GET", "/orders/7/")).isEqualTo(1);
        assertThat(number("GET", "/")).isEqualTo(6);
        assertThat(number("GET", "")).isEqualTo(6);
    }

    @Test
    void segmentsAreDecodedByThemselves() {
        assertThat(params("/orders/a%2Fb")).isEqualTo(Map.of("id", "a/b"));
        assertThat(params("/orders/%C3%A4+b")).isEqualTo(Map.of("id", "ä+b"));
        assertThat(params("/orders/7/lines/x/%2E%2Ey")).isEqualTo(Map.of("id", "7", "path", "x/..y"));
        assertThat(number("GET", "/orders%2Fnew")).isEqualTo(0);
    }

    @Test
    void noPathLeadsOutOfItsFolder() {
        for (String path : List.of(
                "/orders/..",
                "/orders/.",
                "/orders/%2e%2E",
                "/orders/%2E",
                "/orders/a%2F..%2Fb",
                "/orders/a%5C..%5Cb",
                "/orders/..%5Cb",
                "/orders/..\\b",
                "/orders/a%00.png",
                "/orders/%2Fetc%2Fpasswd",
                "/orders/%5Cshare",
                "/orders/7/lines/../x",
                "/orders/7/lines/x/%2E%2E/y",
                "/orders/7/lines/x%2F%2E%2E%2Fy",
                "/orders/7/lines/%2Fetc/passwd",
                "/orders/7/lines//etc/passwd",
                "/orders/7/lines/x/..")) {
            assertThat(HTTP.http("GET", path, false)).as(path).isInstanceOf(HttpMatch.BadPath.class);
            assertThat(HTTP.http("GET", path, true)).as(path).isInstanceOf(HttpMatch.BadPath.class);
        }
    }

    @Test
    void dotsWithinANameAndDoublyEncodedOnesAreData() {
        assertThat(params("/orders/..a")).isEqualTo(Map.of("id", "..a"));
        assertThat(params("/orders/...")).isEqualTo(Map.of("id", "..."));
        assertThat(params("/orders/a.b")).isEqualTo(Map.of("id", "a.b"));
        assertThat(params("/orders/%252e%252e")).isEqualTo(Map.of("id", "%2e%2e"));
        assertThat(params("/orders/7/lines/https://example.com"))
                .isEqualTo(Map.of("id", "7", "path", "https://example.com"));
    }

    @Test
    void theRuleThatKeepsAFunctionWarmIsKnownByItsWholeName() {
        RouteTable table = RouteTable.builder(Map.of("AWS_LAMBDA_FUNCTION_NAME", "shop-dev"))
                .build();
        String prefix = "arn:aws:events:eu-central-1:123456789012:rule/";
        assertThat(table.isKeepWarm(prefix + "shop-dev-keepwarm")).isTrue();
        assertThat(table.isKeepWarm(prefix + "shop-dev-keepwarm2")).isFalse();
        assertThat(table.isKeepWarm(prefix + "other-shop-dev-keepwarm")).isFalse();
        assertThat(table.isKeepWarm("")).isFalse();
    }

    @Test
    void aMalformedEscapeIsABadPathUnlessTheFrontDecodedIt() {
        for (String path : List.of("/orders/%", "/orders/%2", "/orders/%zz", "/orders/%ff", "/orders/%C3")) {
            assertThat(HTTP.http("GET", path, false)).as(path).isInstanceOf(HttpMatch.BadPath.class);
            assertThat(HTTP.http("GET", path, true)).as(path).isInstanceOf(HttpMatch.Found.class);
        }
    }

    @Test
    void aParameterIsNeverEmpty() {
        assertThat(number("GET", "/orders//")).isZero();
        assertThat(number("GET", "/orders//lines/1")).isZero();
    }

    @Test
    void anUnknownPathIsToldFromAWrongMethod() {
        assertThat(HTTP.http("POST", "/nowhere/at/all", false))
                .isEqualTo(new HttpMatch.WrongMethod(List.of("GET", "HEAD", "OPTIONS")));
        RouteTable small = RouteTable.builder(Map.of())
                .http(0, "PUT", "/a", "a")
                .http(1, "GET", "/a", "b")
                .build();
        assertThat(small.http("POST", "/a", false))
                .isEqualTo(new HttpMatch.WrongMethod(List.of("GET", "HEAD", "OPTIONS", "PUT")));
        assertThat(small.http("GET", "/b", false)).isEqualTo(new HttpMatch.NotFound());
    }

    @Test
    void routesThatCannotBeToldApartAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouteTable.builder(Map.of())
                        .http(0, "GET", "/orders/{id}", "OrderApi.get")
                        .http(1, "GET", "/orders/{name}", "OrderApi.byName"))
                .withMessage("GET /orders/{name} (OrderApi.byName) cannot be told from"
                        + " GET /orders/{id} (OrderApi.get)");
    }

    @Test
    void aBadTemplateIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouteTable.builder(Map.of()).http(0, "GET", "orders", "a"))
                .withMessage("path template 'orders' does not start with a slash");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouteTable.builder(Map.of()).http(0, "GET", "/{a+}/b", "a"))
                .withMessage("path template '/{a+}/b' goes on after {a+}");
    }

    @Test
    void placeholdersAreResolvedFromTheEnvironment() {
        RouteTable table = RouteTable.builder(
                        Map.of("LAMBDA_MAVEN_ORDERS_QUEUE_2", "orders", "LAMBDA_MAVEN_STAGE", "dev"))
                .service(0, EventKind.SQS, new String[] {"${orders.queue-2}-${stage}"}, RouteTable.EACH, "", "a")
                .build();

        assertThat(table.service(EventKind.SQS, "arn:aws:sqs:eu-central-1:1:orders-dev"))
                .isNotNull();
    }

    @Test
    void aPlaceholderWithoutValueNamesItselfAndItsVariable() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RouteTable.builder(Map.of())
                        .service(0, EventKind.SQS, new String[] {"${orders.queue}"}, RouteTable.EACH, "", "a"))
                .withMessageContaining("the placeholder ${orders.queue} has no value")
                .withMessageContaining("LAMBDA_MAVEN_ORDERS_QUEUE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouteTable.builder(Map.of())
                        .service(0, EventKind.SQS, new String[] {"${orders"}, RouteTable.EACH, "", "a"))
                .withMessage("'${orders' opens a placeholder and does not close it");
    }

    @Test
    void aNameFitsAnyAccountAndAnArnOnlyItself() {
        RouteTable table = RouteTable.builder(Map.of())
                .service(0, EventKind.SQS, new String[] {"orders"}, RouteTable.EACH, "", "a")
                .service(1, EventKind.SQS, new String[] {"arn:aws:sqs:eu-central-1:1:bills"}, RouteTable.WHOLE, "", "b")
                .build();

        assertThat(table.service(EventKind.SQS, "arn:aws:sqs:us-east-1:2:orders"))
                .isNotNull();
        assertThat(table.service(EventKind.SQS, "arn:aws:sqs:eu-central-1:1:bills"))
                .isNotNull();
        assertThat(table.service(EventKind.SQS, "arn:aws:sqs:eu-central-1:2:bills"))
                .isNull();
        assertThat(table.service(EventKind.SQS, "arn:aws:sqs:eu-central-1:1:more-orders"))
                .isNull();
    }

    @Test
    void anObjectIsMatchedByBucketEventPrefixAndSuffix() {
        RouteTable table = RouteTable.builder(Map.of())
                .s3(0, "arn:aws:s3:::in", new String[] {"s3:ObjectCreated:Put"}, "a b/", ".csv", RouteTable.EACH, "a")
                .s3(1, "in", new String[] {"s3:ObjectRemoved:*", "s3:ObjectTagging:*"}, "", "", RouteTable.WHOLE, "b")
                .build();

        assertThat(table.s3("in", "ObjectCreated:Put", "a b/1.csv", "a+b/1.csv").number())
                .isZero();
        assertThat(table.s3("in", "s3:ObjectCreated:Put", "a b/1.csv", "a+b/1.csv")
                        .number())
                .isZero();
        assertThat(table.s3("in", "ObjectCreated:Copy", "a b/1.csv", "a+b/1.csv"))
                .isNull();
        assertThat(table.s3("in", "ObjectCreated:Put", "a b/1.txt", "a+b/1.txt"))
                .isNull();
        assertThat(table.s3("other", "ObjectCreated:Put", "a b/1.csv", "a+b/1.csv"))
                .isNull();
        assertThat(table.s3("in", "ObjectTagging:Put", "x", "x").number()).isEqualTo(1);
    }

    @Test
    void anS3TypeThatStandsAloneTakesWhatItsRecordsCallIt() {
        RouteTable table = RouteTable.builder(Map.of())
                .s3(0, "in", new String[] {"s3:IntelligentTiering"}, "", "", RouteTable.EACH, "a")
                .build();

        assertThat(table.s3("in", "IntelligentTiering", "x", "x")).isNotNull();
        assertThat(table.s3("in", "IntelligentTiering:TransitionAccess", "x", "x"))
                .isNotNull();
        assertThat(table.s3("in", "IntelligentTieringOther", "x", "x")).isNull();
    }

    @Test
    void aRuleIsKnownByItsWholeName() {
        String longName = "f".repeat(60);
        RouteTable table = RouteTable.builder(Map.of("AWS_LAMBDA_FUNCTION_NAME", longName))
                .schedule(0, "a1b2c3d4", "", "a")
                .build();
        String rule = "f".repeat(55) + "-a1b2c3d4";

        assertThat(rule).hasSize(64);
        assertThat(table.schedule("arn:aws:events:eu-central-1:1:rule/" + rule)).isNotNull();
        assertThat(table.schedule("arn:aws:events:eu-central-1:1:rule/bus/" + rule))
                .isNotNull();
        assertThat(table.schedule("arn:aws:events:eu-central-1:1:rule/x" + rule))
                .isNull();
        assertThat(table.schedule("")).isNull();
    }

    @Test
    void aFunctionWithoutRoutesSaysSo() {
        assertThat(RouteTable.builder(Map.of()).build().unroutable(EventKind.SNS, ""))
                .hasMessage("no route takes this event of Amazon SNS; the routes of this function are: none");
    }

    private static int number(String method, String path) {
        return ((HttpMatch.Found) HTTP.http(method, path, false)).route().number();
    }

    private static Map<String, String> params(String path) {
        return ((HttpMatch.Found) HTTP.http("GET", path, false)).pathParams();
    }
}
