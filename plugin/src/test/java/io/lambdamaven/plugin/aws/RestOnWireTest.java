package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.resource.HttpStage.Throttling;
import io.lambdamaven.plugin.plan.resource.RestApi;
import io.lambdamaven.plugin.plan.resource.RestStage.MethodSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.Authorizer;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.MethodSetting;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;

/** The emulator keeps no authorizers of imported APIs, and does not take every patch. */
class RestOnWireTest {
    private static final RestApi.Options PLAIN =
            new RestApi.Options(null, "REGIONAL", List.of(), List.of("*/*"), null, null, false);

    private static List<String> texts(List<PatchOperation> patch) {
        return patch.stream()
                .map(each -> each.opAsString() + " " + each.path() + (each.value() == null ? "" : " " + each.value()))
                .toList();
    }

    @Test
    void onlyWhatDiffersIsPatched() {
        RestApi.Options other =
                new RestApi.Options("Orders", "PRIVATE", List.of("vpce-1"), List.of("image/png"), 1024, "{}", true);

        assertThat(RestOnWire.patch(PLAIN, PLAIN)).isEmpty();
        assertThat(texts(RestOnWire.patch(PLAIN, other)))
                .containsExactly(
                        "replace /description Orders",
                        "replace /minimumCompressionSize 1024",
                        "replace /policy {}",
                        "replace /disableExecuteApiEndpoint true",
                        "replace /endpointConfiguration/types/REGIONAL PRIVATE",
                        "add /endpointConfiguration/vpcEndpointIds vpce-1",
                        "add /binaryMediaTypes/image~1png",
                        "remove /binaryMediaTypes/*~1*");
        assertThat(texts(RestOnWire.patch(other, PLAIN)))
                .containsExactly(
                        "replace /description",
                        "replace /minimumCompressionSize",
                        "replace /policy",
                        "replace /disableExecuteApiEndpoint false",
                        "replace /endpointConfiguration/types/PRIVATE REGIONAL",
                        "remove /endpointConfiguration/vpcEndpointIds vpce-1",
                        "add /binaryMediaTypes/*~1*",
                        "remove /binaryMediaTypes/image~1png");
    }

    @Test
    void whoMayCallIsReadByTheAuthorizersName() {
        Method asked = Method.builder()
                .authorizationType("CUSTOM")
                .authorizerId("a1")
                .authorizationScopes("write", "read")
                .apiKeyRequired(true)
                .build();

        assertThat(RestOnWire.method(asked, Map.of("a1", "check")))
                .isEqualTo(new RestApi.Method("CUSTOM", "check", List.of("read", "write"), true));
        assertThat(RestOnWire.method(asked, Map.of()).authorizer()).isEqualTo("a1");
        assertThat(RestOnWire.method(Method.builder().build(), Map.of()))
                .isEqualTo(new RestApi.Method("NONE", null, List.of(), false));
    }

    @Test
    void authorizersAreReadAsTheyAreWanted() {
        String function = "arn:aws:lambda:eu-west-1:123456789012:function:check:live";
        Authorizer read = Authorizer.builder()
                .id("a1")
                .name("check")
                .type("REQUEST")
                .authorizerUri(
                        "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/" + function + "/invocations")
                .identitySource("method.request.header.B,method.request.header.A")
                .authorizerResultTtlInSeconds(60)
                .build();

        assertThat(RestOnWire.authorizer(read))
                .isEqualTo(new RestApi.Authorizer(
                        "REQUEST",
                        function,
                        List.of(),
                        List.of("method.request.header.A", "method.request.header.B"),
                        60,
                        null,
                        null));
    }

    @Test
    void settingsOfMethodsAreReadUnderWhateverKey() {
        MethodSetting metrics = MethodSetting.builder()
                .metricsEnabled(true)
                .loggingLevel("OFF")
                .throttlingBurstLimit(-1)
                .throttlingRateLimit(-1.0)
                .build();
        MethodSettings wanted = new MethodSettings(null, true, null, false);

        assertThat(RestOnWire.settings(Map.of("~1orders~1{id}/GET", metrics)))
                .isEqualTo(Map.of("GET /orders/{id}", wanted));
        assertThat(RestOnWire.settings(Map.of("orders/{id}/GET", metrics)))
                .isEqualTo(Map.of("GET /orders/{id}", wanted));
        assertThat(RestOnWire.settings(Map.of("~1/ANY", metrics))).isEqualTo(Map.of("ANY /", wanted));
        assertThat(RestOnWire.settings(Map.of("*/*", metrics))).isEqualTo(Map.of("*", wanted));
    }

    @Test
    void settingsOfAMethodAreWrittenWholeAndTakenBack() {
        assertThat(texts(RestOnWire.replace(
                        "GET /orders/{id}", new MethodSettings(new Throttling(5, 2.5), true, "INFO", false))))
                .containsExactly(
                        "replace /~1orders~1{id}/GET/metrics/enabled true",
                        "replace /~1orders~1{id}/GET/logging/loglevel INFO",
                        "replace /~1orders~1{id}/GET/logging/dataTrace false",
                        "replace /~1orders~1{id}/GET/throttling/burstLimit 5",
                        "replace /~1orders~1{id}/GET/throttling/rateLimit 2.5");
        assertThat(texts(List.of(RestOnWire.remove("ANY /")))).containsExactly("remove /~1/ANY");
        assertThat(texts(List.of(RestOnWire.remove("*")))).containsExactly("remove /*/*");
    }
}
