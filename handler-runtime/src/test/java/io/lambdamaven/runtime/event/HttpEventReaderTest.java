package io.lambdamaven.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpEventReaderTest {
    @Test
    void anHttpApiEventIsReadFromItsRawParts() {
        HttpEvent event = read(EventKind.HTTP_API, """
                {"version":"2.0","rawPath":"/dev/orders/a b","rawQueryString":"a=1&a=2&b=x%20y+z&c&=&%zz=1",
                 "queryStringParameters":{"a":"1,2"},"headers":{"x-a":"1,2"},"cookies":["c=1"],
                 "requestContext":{"http":{"method":"post","path":"/dev/orders/a b","sourceIp":"198.51.100.7"},
                 "domainName":"x.execute-api.eu-central-1.amazonaws.com","stage":"dev","requestId":"r"},
                 "stageVariables":{"v":"1"},"body":"aGk=","isBase64Encoded":true}""");

        assertThat(event.method()).isEqualTo("POST");
        assertThat(event.path()).isEqualTo("/orders/a b");
        assertThat(event.pathDecoded()).isTrue();
        assertThat(event.query())
                .containsExactly(
                        new NameValue("a", "1"),
                        new NameValue("a", "2"),
                        new NameValue("b", "x y z"),
                        new NameValue("c", ""),
                        new NameValue("", ""),
                        new NameValue("%zz", "1"));
        assertThat(event.headers()).containsExactly(new NameValue("x-a", "1,2"));
        assertThat(event.cookies()).containsExactly("c=1");
        assertThat(event.sourceIp()).isEqualTo("198.51.100.7");
        assertThat(event.requestId()).isEqualTo("r");
        assertThat(event.stageVariables()).containsExactly(new NameValue("v", "1"));
        assertThat(event.base64()).isTrue();
    }

    @Test
    void aStageIsTakenOffOnSegmentBordersAndOnTheDefaultDomainAlone() {
        assertThat(path("/v10/a", "v1", "x.execute-api.eu-central-1.amazonaws.com"))
                .isEqualTo("/v10/a");
        assertThat(path("/v1/a", "v1", "x.execute-api.eu-central-1.amazonaws.com"))
                .isEqualTo("/a");
        assertThat(path("/v1", "v1", "x.execute-api.eu-central-1.amazonaws.com"))
                .isEqualTo("/");
        assertThat(path("/v1/a", "v1", "api.example.com")).isEqualTo("/v1/a");
        assertThat(path("/$default/a", "$default", "api.example.com")).isEqualTo("/$default/a");
    }

    @Test
    void aRestApiEventKeepsEveryValueAndTakesCookiesFromTheHeader() {
        HttpEvent event = read(EventKind.REST_API, """
                {"httpMethod":"GET","path":"/a%20b","headers":{"x-a":"2"},
                 "multiValueHeaders":{"x-a":["1","2"],"Cookie":["a=1; b=2 ;","c=3"]},
                 "queryStringParameters":{"q":"y"},"multiValueQueryStringParameters":{"q":["x &","y"]},
                 "requestContext":{"identity":{"sourceIp":"198.51.100.7"},"requestId":"r","stage":"prod"}}""");

        assertThat(event.path()).isEqualTo("/a%20b");
        assertThat(event.pathDecoded()).isFalse();
        assertThat(event.headers()).contains(new NameValue("x-a", "1"), new NameValue("x-a", "2"));
        assertThat(event.query()).containsExactly(new NameValue("q", "x &"), new NameValue("q", "y"));
        assertThat(event.rawQuery()).isEqualTo("q=x+%26&q=y");
        assertThat(event.cookies()).containsExactly("a=1", "b=2", "c=3");
        assertThat(event.sourceIp()).isEqualTo("198.51.100.7");
    }

    @Test
    void theConsolesTestEventHasNullsForEverything() {
        HttpEvent event = read(EventKind.REST_API, """
                {"httpMethod":"GET","path":"/a","headers":null,"multiValueHeaders":null,"body":null,
                 "queryStringParameters":null,"multiValueQueryStringParameters":null,"stageVariables":null,
                 "requestContext":{"stage":"test-invoke-stage","identity":{"sourceIp":"test-invoke-source-ip"}}}""");

        assertThat(event.headers()).isEmpty();
        assertThat(event.query()).isEmpty();
        assertThat(event.body()).isNull();
        assertThat(event.cookies()).isEmpty();
    }

    @Test
    void anHttpApisOlderFormatHasItsStageInThePathToo() {
        String event = """
                {"version":"1.0","httpMethod":"GET","path":"/dev/a b","multiValueHeaders":{},"headers":{"x":"1"},
                 "requestContext":{"stage":"dev","domainName":"x.execute-api.eu-central-1.amazonaws.com"}}""";

        assertThat(read(EventKind.REST_API, event).path()).isEqualTo("/a b");
        assertThat(read(EventKind.REST_API, event).pathDecoded()).isTrue();
        assertThat(read(EventKind.REST_API, event).headers()).containsExactly(new NameValue("x", "1"));
    }

    @Test
    void aLoadBalancersQueryArrivesEncoded() {
        HttpEvent event = read(EventKind.ALB, """
                {"requestContext":{"elb":{}},"httpMethod":"GET","path":"/a",
                 "queryStringParameters":{"a%20b":"c%26d"},"headers":{"cookie":"a=1"}}""");

        assertThat(event.rawQuery()).isEqualTo("a%20b=c%26d");
        assertThat(event.query()).containsExactly(new NameValue("a b", "c&d"));
        assertThat(event.sourceIp()).isNull();
    }

    @Test
    void latticeHasItsQueryInThePathOrInLists() {
        HttpEvent one =
                read(EventKind.LATTICE_V1, "{\"raw_path\":\"/a?b=1\",\"method\":\"PUT\",\"is_base64_encoded\":false}");
        HttpEvent two = read(
                EventKind.LATTICE_V2,
                "{\"path\":\"/a\",\"method\":\"PUT\",\"headers\":{\"x\":[\"1\",\"2\"]},"
                        + "\"queryStringParameters\":{\"b\":[\"1\"]}}");

        HttpEvent three = read(EventKind.LATTICE_V2, "{\"path\":\"/a?b=1\",\"method\":\"PUT\"}");

        assertThat(three.path()).isEqualTo("/a");
        assertThat(three.query()).containsExactly(new NameValue("b", "1"));
        assertThat(one.path()).isEqualTo("/a");
        assertThat(one.method()).isEqualTo("PUT");
        assertThat(one.query()).containsExactly(new NameValue("b", "1"));
        assertThat(two.query()).containsExactly(new NameValue("b", "1"));
        assertThat(two.headers()).hasSize(2);
    }

    @Test
    void ofRepeatedKeysTheFirstCounts() {
        HttpEvent event = read(EventKind.FUNCTION_URL, """
                {"rawPath":"/first","rawPath":"/second","body":"1","body":"2",
                 "headers":{"a":"1"},"headers":{"a":"2"},
                 "requestContext":{"http":{"method":"GET","method":"DELETE"}}}""");

        assertThat(event.path()).isEqualTo("/first");
        assertThat(event.method()).isEqualTo("GET");
        assertThat(event.body()).isEqualTo("1");
        assertThat(event.headers()).containsExactly(new NameValue("a", "1"));
    }

    private static String path(String rawPath, String stage, String domain) {
        return read(
                        EventKind.HTTP_API,
                        "{\"rawPath\":\"" + rawPath + "\",\"requestContext\":{\"stage\":\"" + stage
                                + "\",\"domainName\":\"" + domain + "\"}}")
                .path();
    }

    private static HttpEvent read(EventKind kind, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Event what = Recognizer.recognize(bytes, false).as(kind);
        return HttpEventReader.read(what, HttpTarget.of(what), bytes);
    }
}
