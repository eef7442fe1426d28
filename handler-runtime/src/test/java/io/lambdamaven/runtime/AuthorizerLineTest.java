package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.AppSyncLambdaAuthorizerResponse;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import com.amazonaws.services.lambda.runtime.events.SimpleIAMPolicyResponse;
import io.lambdamaven.api.AuthorizerRequest;
import io.lambdamaven.api.AuthorizerResult;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.route.UnroutableEventException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthorizerLineTest {
    private static final String API = "arn:aws:execute-api:eu-central-1:123456789012:abcdef123/prod/";

    static String token(String path) {
        return "{'type':'TOKEN','authorizationToken':'Bearer x','methodArn':'" + API + path + "'}";
    }

    static final String REQUEST =
            "{'type':'REQUEST','methodArn':'" + API + "GET/orders','httpMethod':'get','path':'/orders',"
                    + "'headers':{'Authorization':'t'},'queryStringParameters':{'a':'1'},'pathParameters':null,"
                    + "'stageVariables':{'s':'v'},'requestContext':{'identity':{'sourceIp':'198.51.100.7'}}}";

    static final String V2 = "{'version':'2.0','type':'REQUEST','routeArn':'" + API + "GET/orders',"
            + "'identitySource':['one','two'],'routeKey':'GET /orders','rawPath':'/orders','cookies':['c=1'],"
            + "'headers':{'authorization':'one'},'requestContext':{'http':{'method':'GET','sourceIp':'198.51.100.7'}}}";

    static final String APPSYNC =
            "{'authorizationToken':'t-1','requestContext':{'apiId':'a','operationName':'MyQuery'}}";

    private static Served simple(Served.Method method) {
        return Served.with()
                .service(EventKind.AUTHORIZER_V2, RouteTable.WHOLE, "simple", method)
                .build();
    }

    @Test
    void aTokenIsAllowedTheOneRequestThatWasAskedAbout() throws IOException {
        Served handler = Served.by(
                EventKind.AUTHORIZER_TOKEN, in -> AuthorizerResult.allow("ada").context("tenant", 7));

        assertThat(handler.answer(token("GET/orders/17")))
                .isEqualTo("{'principalId':'ada','policyDocument':{'Version':'2012-10-17','Statement':["
                        + "{'Action':'execute-api:Invoke','Effect':'Allow','Resource':['" + API + "GET/orders/17']}]},"
                        + "'context':{'tenant':7}}");
    }

    @Test
    void anAsteriskInARequestedPathAllowsNothingButItself() throws IOException {
        Served handler = Served.by(EventKind.AUTHORIZER_TOKEN, in -> AuthorizerResult.allow("ada"));

        assertThat(handler.answer(token("GET/public/*?${x}")))
                .contains("'Resource':['" + API + "GET/public/${*}${?}${$}{x}']");
    }

    @Test
    void moreIsAllowedWhereTheMethodSaysSo() throws IOException {
        Served stage = Served.by(
                EventKind.AUTHORIZER_TOKEN, in -> AuthorizerResult.allow("ada").wholeStage());
        Served some = Served.by(
                EventKind.AUTHORIZER_TOKEN,
                in -> AuthorizerResult.allow("ada")
                        .resources("GET/orders/*", "/POST/orders", "arn:aws:execute-api:*:*:other/*")
                        .usageIdentifierKey("key-1")
                        .statement(Map.of("Effect", "Deny")));

        assertThat(stage.answer(token("GET/orders"))).contains("'Resource':['" + API + "*']");
        assertThat(some.answer(token("GET/a")))
                .contains("'Resource':['" + API + "GET/orders/*','" + API
                        + "POST/orders','arn:aws:execute-api:*:*:other/*']")
                .contains("{'Effect':'Deny'}]}")
                .endsWith("'usageIdentifierKey':'key-1'}");
    }

    @Test
    void aRefusalDeniesAndAnUnknownCallerIsToldToAuthenticate() throws IOException {
        Served deny = Served.by(EventKind.AUTHORIZER_V1, in -> AuthorizerResult.deny());
        Served unknown = Served.by(EventKind.AUTHORIZER_V1, in -> AuthorizerResult.unauthorized());

        assertThat(deny.answer(REQUEST)).contains("'Effect':'Deny'", "'principalId':'user'");
        assertThatThrownBy(() -> unknown.answer(REQUEST))
                .isInstanceOf(RuntimeException.class)
                .hasMessage("Unauthorized");
    }

    @Test
    void aBooleanIsADecision() throws IOException {
        assertThat(Served.by(EventKind.AUTHORIZER_V1, in -> true).answer(REQUEST))
                .contains("'Effect':'Allow'");
        assertThat(Served.by(EventKind.AUTHORIZER_V1, in -> false).answer(REQUEST))
                .contains("'Effect':'Deny'");
        assertThat(simple(in -> true).answer(V2)).isEqualTo("{'isAuthorized':true,'context':{}}");
        assertThat(simple(in -> false).answer(V2)).isEqualTo("{'isAuthorized':false,'context':{}}");
        assertThat(Served.by(EventKind.APPSYNC_AUTHORIZER, in -> true).answer(APPSYNC))
                .isEqualTo("{'isAuthorized':true}");
    }

    @Test
    void anHttpApiTakesAPolicyOrASimpleAnswerWithAnyContext() throws IOException {
        Served.Method allow = in -> AuthorizerResult.allow("ada").context("roles", List.of("admin", "clerk"));
        Served iam = Served.with()
                .service(EventKind.AUTHORIZER_V2, RouteTable.WHOLE, "iam", allow)
                .build();

        assertThat(simple(allow).answer(V2)).isEqualTo("{'isAuthorized':true,'context':{'roles':['admin','clerk']}}");
        assertThat(iam.answer(V2))
                .startsWith("{'principalId':'ada','policyDocument'")
                .contains("'Resource':['" + API + "GET/orders']", "'context':{'roles':['admin','clerk']}");
    }

    @Test
    void aSimpleAnswerCannotSayWhichResources() {
        assertThatThrownBy(() ->
                        simple(in -> AuthorizerResult.allow("ada").wholeStage()).answer(V2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("no resources or statements", "@AuthorizerTrigger(response = IAM)");
    }

    @Test
    void aContextThatTheApiDoesNotTakeIsNamed() {
        Served handler = Served.by(
                EventKind.AUTHORIZER_V1,
                in -> AuthorizerResult.allow("ada").context("fine", 1).context("roles", List.of("admin")));

        assertThatThrownBy(() -> handler.answer(REQUEST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("context 'roles' is a List", "strings, numbers and booleans");
    }

    @Test
    void anAuthorizerThatSaysNothingRefuses() {
        assertThatThrownBy(
                        () -> Served.by(EventKind.AUTHORIZER_TOKEN, in -> null).answer(token("GET/a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AuthorizerResult.deny()");
    }

    @Test
    void appSyncTakesDeniedFieldsAndATimeOfItsOwn() throws IOException {
        Served handler = Served.by(
                EventKind.APPSYNC_AUTHORIZER,
                in -> AuthorizerResult.allow("ada")
                        .context("tenant", "t")
                        .deniedFields("Mutation.createEvent")
                        .ttl(15));
        Served unknown = Served.by(EventKind.APPSYNC_AUTHORIZER, in -> AuthorizerResult.unauthorized());

        assertThat(handler.answer(APPSYNC))
                .isEqualTo("{'isAuthorized':true,'resolverContext':{'tenant':'t'},"
                        + "'deniedFields':['Mutation.createEvent'],'ttlOverride':15}");
        assertThat(unknown.answer(APPSYNC)).isEqualTo("{'isAuthorized':false}");
        assertThatThrownBy(() -> AuthorizerResult.deny().ttl(3601)).hasMessageContaining("3601");
    }

    @Test
    void theRequestIsTheSameForEveryApi() throws IOException {
        List<AuthorizerRequest> seen = new ArrayList<>();
        Served.Method method = in -> seen.add(in.payload(AuthorizerRequest.class));
        Served handler = Served.with()
                .service(EventKind.AUTHORIZER_TOKEN, method)
                .service(EventKind.AUTHORIZER_V1, method)
                .service(EventKind.AUTHORIZER_V2, method)
                .service(EventKind.APPSYNC_AUTHORIZER, method)
                .build();

        handler.answer(token("GET/a"));
        handler.answer(REQUEST);
        handler.answer(V2);
        handler.answer(APPSYNC);
        handler.answer(
                REQUEST.replace("'requestContext':{", "'requestContext':{'connectionId':'c','routeKey':'$connect',"));

        assertThat(seen)
                .extracting(AuthorizerRequest::source)
                .containsExactly(
                        AuthorizerRequest.Source.REST_TOKEN,
                        AuthorizerRequest.Source.REST_REQUEST,
                        AuthorizerRequest.Source.HTTP_API,
                        AuthorizerRequest.Source.APPSYNC,
                        AuthorizerRequest.Source.WEBSOCKET);
        assertThat(seen).extracting(AuthorizerRequest::token).containsExactly("Bearer x", "", "one", "t-1", "");
        assertThat(seen).extracting(AuthorizerRequest::method).containsExactly("", "GET", "GET", "", "GET");
        AuthorizerRequest request = seen.get(1);
        assertThat(request.headers().get("AUTHORIZATION")).isEqualTo("t");
        assertThat(request.query()).containsEntry("a", "1");
        assertThat(request.stageVariables()).containsEntry("s", "v");
        assertThat(request.sourceIp()).isEqualTo("198.51.100.7");
        assertThat(seen.get(2).cookies()).containsExactly("c=1");
        assertThat(seen.get(3).context()).containsEntry("operationName", "MyQuery");
        assertThat(seen.get(0).toString()).doesNotContain("Bearer");
    }

    @Test
    void theClassesOfAwsWorkToo() throws IOException {
        Served v1 = Served.by(
                EventKind.AUTHORIZER_V1,
                in -> IamPolicyResponse.builder()
                        .withPrincipalId(in.awsEvent(APIGatewayCustomAuthorizerEvent.class)
                                .getHeaders()
                                .get("Authorization"))
                        .withPolicyDocument(IamPolicyResponse.PolicyDocument.builder()
                                .withVersion(IamPolicyResponse.VERSION_2012_10_17)
                                .withStatement(List.of(IamPolicyResponse.allowStatement("*")))
                                .build())
                        .build());
        Served v2 = simple(in -> SimpleIAMPolicyResponse.builder()
                .withIsAuthorized(in.awsEvent(APIGatewayV2CustomAuthorizerEvent.class)
                        .getIdentitySource()
                        .contains("one"))
                .build());
        Served appSync = Served.by(
                EventKind.APPSYNC_AUTHORIZER,
                in -> AppSyncLambdaAuthorizerResponse.builder()
                        .withIsAuthorized(true)
                        .withTtlOverride(3)
                        .build());

        assertThat(v1.answer(REQUEST))
                .contains("'principalId':'t'", "'Version':'2012-10-17'", "'Effect':'Allow'", "execute-api:Invoke");
        assertThat(v2.answer(V2)).contains("'isAuthorized':true");
        assertThat(appSync.answer(APPSYNC)).contains("'isAuthorized':true", "'ttlOverride':3");
    }

    @Test
    void withoutARouteTheRequestIsNamed() {
        assertThatThrownBy(() -> Served.by(EventKind.AUTHORIZER_V2, in -> true).answer(token("GET/a")))
                .isInstanceOf(UnroutableEventException.class)
                .hasMessageContainingAll("authorizer (TOKEN)", API + "GET/a");
    }
}
