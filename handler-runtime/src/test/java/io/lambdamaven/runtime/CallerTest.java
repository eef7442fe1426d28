package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.api.Caller;
import io.lambdamaven.runtime.caller.Callers;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sent a request, in the ways in which fronts tell. */
class CallerTest {
    private static Caller caller(HttpForm form, String context) throws IOException {
        List<Caller> found = new ArrayList<>();
        MethodHandler handler = new MethodHandler(
                RouteTable.builder(Map.of()).http(0, "GET", "/a", "Shop.a").build(), in -> {
                    found.add(Callers.of(in).orNull());
                    return null;
                });
        String event = form.event("/a")
                .replaceFirst("\"requestContext\":\\{", "\"requestContext\":{" + context.replace('\'', '"') + ",");
        handler.invoke(event, Invocation.live());
        return found.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HTTP_API_V2  | 'authorizer':{'jwt':{'claims':{'sub':'u','a':'b'},'scopes':['r','w']}} | u | {sub=u, a=b} | [r, w]",
                "HTTP_API_V2  | 'authorizer':{'jwt':{'claims':{'client_id':'c'},'scopes':null}} | c | {client_id=c} | []",
                "HTTP_API_V2  | 'authorizer':{'lambda':{'sub':'x','n':1,'t':true,'l':['a','b'],'o':{'p':1}}} | x | {sub=x, n=1, t=true, l=[a b]} | []",
                "HTTP_API_V2  | 'authorizer':{'iam':{'userArn':'arn:u','accountId':'1','principalOrgId':null}} | arn:u | {userArn=arn:u, accountId=1} | []",
                "FUNCTION_URL | 'authorizer':{'iam':{'userArn':'arn:u'}} | arn:u | {userArn=arn:u} | []",
                "HTTP_API_V1  | 'authorizer':{'claims':{'sub':'u'},'scopes':['r']} | u | {sub=u} | [r]",
                "REST_API     | 'authorizer':{'claims':{'sub':'u'}} | u | {sub=u} | []",
                "REST_API     | 'authorizer':{'principalId':'p','team':'blue','integrationLatency':7} | p | {principalId=p, team=blue} | []",
                "LATTICE_V2   | 'identity':{'principal':'arn:p','type':'AWS_IAM'} | arn:p | {principal=arn:p, type=AWS_IAM} | []",
            })
    void theFrontTells(HttpForm form, String context, String name, String claims, String scopes) throws IOException {
        Caller caller = caller(form, context);

        assertThat(caller.getName()).isEqualTo(name);
        assertThat(caller.claims()).hasToString(claims);
        assertThat(caller.scopes()).hasToString(scopes);
    }

    @Test
    void aRestApiTellsOfIam() throws IOException {
        String event = HttpForm.REST_API
                .event("/a")
                .replace("\"sourceIp\"", "\"userArn\":\"arn:u\",\"accessKey\":null,\"sourceIp\"");
        List<Caller> found = new ArrayList<>();
        new MethodHandler(
                        RouteTable.builder(Map.of())
                                .http(0, "GET", "/a", "Shop.a")
                                .build(),
                        in -> {
                            found.add(Callers.of(in).get());
                            return null;
                        })
                .invoke(event, Invocation.live());

        assertThat(found.get(0).getName()).isEqualTo("arn:u");
        assertThat(found.get(0).claims()).containsOnlyKeys("userArn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HTTP_API_V2 | 'authorizer':{}",
                "HTTP_API_V2 | 'authorizer':{'lambda':null}",
                "HTTP_API_V2 | 'authorizer':null",
                "HTTP_API_V2 | 'authorizer':'jwt'",
                "REST_API    | 'authorizer':{'claims':null,'scopes':null}",
                "REST_API    | 'authorizer':{'integrationLatency':3}",
                "ALB         | 'x':1",
                "LATTICE_V2  | 'identity':{'sourceVpcArn':'arn:v'}",
            })
    void orItDoesNot(HttpForm form, String context) throws IOException {
        assertThat(caller(form, context)).isNull();
    }

    @Test
    void severalValuesAreTakenApart() {
        Caller caller = new Caller("u", Map.of("a", "[x y]", "b", "x,y z", "c", "x", "d", "[]"), List.of());

        assertThat(caller.claimList("a")).containsExactly("x", "y");
        assertThat(caller.claimList("b")).containsExactly("x", "y z");
        assertThat(caller.claimList("c")).containsExactly("x");
        assertThat(caller.claimList("d")).isEmpty();
        assertThat(caller.claimList("e")).isEmpty();
        assertThat(caller.claim("c")).isEqualTo("x");
        assertThat(caller).hasToString("u");
    }
}
