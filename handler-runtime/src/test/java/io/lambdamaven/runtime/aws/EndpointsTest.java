package io.lambdamaven.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    private static final AwsService CONFIG = AwsService.json("Config Service", "config", "StarlingDoveService");
    private static final AwsRequest REQUEST = AwsRequest.of(CONFIG, "PutEvaluations", "POST", "/");

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, https://config.eu-central-1.amazonaws.com/",
        "us-gov-west-1, https://config.us-gov-west-1.amazonaws.com/",
        "cn-north-1, https://config.cn-north-1.amazonaws.com.cn/",
        "eusc-de-east-1, https://config.eusc-de-east-1.amazonaws.eu/",
        "us-iso-east-1, https://config.us-iso-east-1.c2s.ic.gov/",
        "us-isob-east-1, https://config.us-isob-east-1.sc2s.sgov.gov/",
        "eu-isoe-west-1, https://config.eu-isoe-west-1.cloud.adc-e.uk/",
        "us-isof-south-1, https://config.us-isof-south-1.csp.hci.ic.gov/"
    })
    void eachPartitionHasItsOwnNames(String region, String url) {
        assertThat(new Endpoints(Map.of("AWS_REGION", region)).of(REQUEST)).hasToString(url);
    }

    /** Where a service has none there is no such name, and no request goes to another. */
    @Test
    void withFipsEndpointsNoOtherIsCalledUnlessOneIsGiven() {
        Map<String, String> fips = Map.of("AWS_REGION", "us-gov-west-1", "AWS_USE_FIPS_ENDPOINT", "true");
        AwsService s3 = new AwsService("S3", "s3", "s3", "");

        assertThat(new Endpoints(fips).of(REQUEST)).hasToString("https://config-fips.us-gov-west-1.amazonaws.com/");
        assertThat(new Endpoints(fips)
                        .of(AwsRequest.of(s3, "GetObject", "GET", "/key").bucket("shop")))
                .hasToString("https://shop.s3-fips.us-gov-west-1.amazonaws.com/key");
        assertThat(new Endpoints(Map.of("AWS_REGION", "us-east-1", "AWS_USE_FIPS_ENDPOINT", "false")).of(REQUEST))
                .hasToString("https://config.us-east-1.amazonaws.com/");
        assertThat(new Endpoints(Map.of(
                                "AWS_USE_FIPS_ENDPOINT",
                                "true",
                                "AWS_ENDPOINT_URL_CONFIG_SERVICE",
                                "https://config.us-gov-west-1.amazonaws.com"))
                        .of(REQUEST))
                .hasToString("https://config.us-gov-west-1.amazonaws.com/");
    }

    @Test
    void aRequestMayBeForAnotherRegion() {
        Endpoints endpoints = new Endpoints(Map.of("AWS_REGION", "eu-central-1"));

        assertThat(endpoints.of(REQUEST.region("cn-north-1").body(new byte[1])))
                .hasToString("https://config.cn-north-1.amazonaws.com.cn/");
        assertThat(endpoints.region(REQUEST.region("cn-north-1"))).isEqualTo("cn-north-1");
        assertThat(endpoints.region(REQUEST)).isEqualTo("eu-central-1");
        assertThatThrownBy(() -> endpoints.of(REQUEST.region("evil.example/")))
                .hasMessage("the Region is not part of a name");
    }

    @Test
    void theServicesOwnVariableComesBeforeTheOneForAll() {
        Map<String, String> both = Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ENDPOINT_URL", "http://localhost:1/",
                "AWS_ENDPOINT_URL_CONFIG_SERVICE", "https://config.example.com:8443/base/");

        assertThat(new Endpoints(both).of(REQUEST)).hasToString("https://config.example.com:8443/base/");
        assertThat(new Endpoints(Map.of("AWS_ENDPOINT_URL", "http://localhost:1/")).of(REQUEST))
                .hasToString("http://localhost:1/");
        assertThat(new Endpoints(Map.of(
                                "AWS_REGION", "eu-central-1",
                                "AWS_ENDPOINT_URL", "http://localhost:1",
                                "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"))
                        .of(REQUEST))
                .hasToString("https://config.eu-central-1.amazonaws.com/");
    }

    @Test
    void anApisOwnEndpointIsMadeOfItsIdAndStageUnlessOneIsGiven() {
        AwsService clients = new AwsService("ApiGatewayManagementApi", "execute-api", "execute-api", "");
        AwsRequest request = AwsRequest.of(clients, "PostToConnection", "POST", "/@connections/c1%3D")
                .gateway("a1b2", "prod");

        assertThat(new Endpoints(Map.of("AWS_REGION", "cn-north-1")).of(request))
                .hasToString("https://a1b2.execute-api.cn-north-1.amazonaws.com.cn/prod/@connections/c1%3D");
        assertThat(new Endpoints(Map.of("AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI", "https://example.com/chat/"))
                        .of(request))
                .hasToString("https://example.com/chat/@connections/c1%3D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "http://127.example.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://127.0.0.1@example.com",
                "ftp://127.0.0.1",
                "file:///etc/passwd",
                "example.com"
            })
    void anEndpointInTheClearIsRefusedUnlessItIsThisMachine(String url) {
        assertThatThrownBy(() -> new Endpoints(Map.of("AWS_ENDPOINT_URL", url)).of(REQUEST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the endpoint of Config Service must be an https address, or one of this machine");
    }

    @Test
    void aBrokenEndpointIsNotQuoted() {
        assertThatThrownBy(() -> new Endpoints(Map.of("AWS_ENDPOINT_URL", "https://user:pa ss@x")).of(REQUEST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the endpoint of Config Service is not an address")
                .hasNoCause();
    }

    @Test
    void aPrefixGoesBeforeTheHostAndCannotBecomeOne() {
        Endpoints here = new Endpoints(Map.of("AWS_REGION", "us-east-1"));

        assertThat(here.of(REQUEST.hostPrefix("io-use1-001").query("a=b")))
                .hasToString("https://io-use1-001.config.us-east-1.amazonaws.com/?a=b");
        assertThat(new Endpoints(Map.of("AWS_ENDPOINT_URL", "http://[::1]:4566")).of(REQUEST.hostPrefix("x")))
                .hasToString("http://[::1]:4566/");
        for (String evil : new String[] {"evil.com/", "evil.com#", "a.b", "x@y", "-a", "a\r\nb", "ä", "x".repeat(64)}) {
            assertThatThrownBy(() -> here.of(REQUEST.hostPrefix(evil))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRegionThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Endpoints(Map.of()).of(REQUEST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the variable AWS_REGION names no region");
        assertThatThrownBy(() -> new Endpoints(Map.of("AWS_REGION", "x.evil.com/")).of(REQUEST))
                .isInstanceOf(IllegalStateException.class);
    }
}
