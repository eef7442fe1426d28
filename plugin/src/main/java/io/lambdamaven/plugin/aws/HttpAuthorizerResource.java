package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpAuthorizer;
import io.lambdamaven.plugin.plan.resource.HttpAuthorizer.Check;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.ApiGatewayV2Exception;
import software.amazon.awssdk.services.apigatewayv2.model.Authorizer;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizerResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetAuthorizersResponse;
import software.amazon.awssdk.services.apigatewayv2.model.JWTConfiguration;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;

/** Authorizers of our API, known by their derived names; those of others stay as they are. */
final class HttpAuthorizerResource implements Kind<HttpAuthorizer> {
    private static final String PATH = ":lambda:path/2015-03-31/functions/";
    private static final String INVOCATIONS = "/invocations";
    private static final int SERVER_ERROR = 500;

    private final ApiGatewayV2Client api;
    private final ApiGatewayV2Client once;
    private final Arns arns;
    private final Known known;
    private final boolean emulated;

    HttpAuthorizerResource(AwsClients clients, Arns arns, Known known, boolean emulated) {
        this.api = clients.api;
        this.once = clients.apiOnce;
        this.arns = arns;
        this.known = known;
        this.emulated = emulated;
    }

    /** Ours; of several of one name, which only a lost answer leaves, the first. Empty where nobody can list them. */
    Optional<List<HttpAuthorizer>> observe(String apiId, String apiName) {
        try {
            return Optional.of(ours(apiName, all(emulated ? once : api, apiId)));
        } catch (ApiGatewayV2Exception e) {
            if (emulated && e.statusCode() >= SERVER_ERROR) {
                // The emulator has no such list.
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Those of ours among these. */
    List<HttpAuthorizer> observe(String apiId, String apiName, Collection<String> ids) {
        List<Authorizer> some = new ArrayList<>();
        for (String id : new TreeSet<>(ids)) {
            some.add(authorizer(api.getAuthorizer(r -> r.apiId(apiId).authorizerId(id))));
        }
        return ours(apiName, some);
    }

    private static List<Authorizer> all(ApiGatewayV2Client client, String apiId) {
        return Pages.all(
                token -> client.getAuthorizers(
                        r -> r.apiId(apiId).maxResults(Pages.MOST).nextToken(token)),
                GetAuthorizersResponse::items,
                GetAuthorizersResponse::nextToken);
    }

    private static Authorizer authorizer(GetAuthorizerResponse answer) {
        return Authorizer.builder()
                .authorizerId(answer.authorizerId())
                .name(answer.name())
                .authorizerType(answer.authorizerType())
                .authorizerUri(answer.authorizerUri())
                .authorizerPayloadFormatVersion(answer.authorizerPayloadFormatVersion())
                .authorizerResultTtlInSeconds(answer.authorizerResultTtlInSeconds())
                .authorizerCredentialsArn(answer.authorizerCredentialsArn())
                .enableSimpleResponses(answer.enableSimpleResponses())
                .identitySource(answer.identitySource())
                .jwtConfiguration(answer.jwtConfiguration())
                .build();
    }

    private List<HttpAuthorizer> ours(String apiName, List<Authorizer> all) {
        List<HttpAuthorizer> ours = new ArrayList<>();
        for (Authorizer each : all) {
            String type = String.valueOf(each.authorizerTypeAsString());
            String name = DerivedNames.authorizerIn(apiName, type, each.name()).orElse(null);
            if (name != null) {
                HttpAuthorizer read = read(apiName, name, each);
                if (known.authorizers.putIfAbsent(read.id().name(), each.authorizerId()) == null) {
                    ours.add(read);
                }
            }
        }
        return ours;
    }

    private HttpAuthorizer read(String apiName, String name, Authorizer there) {
        String function = function(there.authorizerUri());
        JWTConfiguration tokens = there.jwtConfiguration();
        Integer ttl = there.authorizerResultTtlInSeconds();
        Check check = new Check(
                String.valueOf(there.authorizerTypeAsString()),
                tokens == null ? null : tokens.issuer(),
                tokens == null ? List.of() : tokens.audience(),
                function,
                function == null ? null : there.authorizerPayloadFormatVersion(),
                Boolean.TRUE.equals(there.enableSimpleResponses()),
                function == null || ttl == null ? 0 : ttl,
                there.authorizerCredentialsArn());
        return new HttpAuthorizer(apiName, name, check, there.identitySource(), permission(apiName, function));
    }

    private @Nullable ResourceId permission(String apiName, @Nullable String function) {
        Arns.FunctionRef target = Arns.functionIn(function);
        return target == null
                ? null
                : Permission.id(
                        target.name(),
                        target.qualifier(),
                        DerivedNames.statementFor("authorizer", arns.authorizers(HttpApi.idToken(apiName))));
    }

    /** The function's ARN within the one by which API Gateway calls it. */
    private static @Nullable String function(@Nullable String uri) {
        if (uri == null || !uri.contains(PATH)) {
            return null;
        }
        String rest = uri.substring(uri.indexOf(PATH) + PATH.length());
        return rest.endsWith(INVOCATIONS) ? rest.substring(0, rest.length() - INVOCATIONS.length()) : rest;
    }

    private @Nullable String uri(@Nullable String function) {
        return function == null ? null : arns.invocation(function);
    }

    @Override
    public Class<HttpAuthorizer> type() {
        return HttpAuthorizer.class;
    }

    @Override
    public void create(HttpAuthorizer wanted, Desired desired) {
        Check check = wanted.check();
        String made = once.createAuthorizer(r -> r.apiId(Known.get(known.apis, wanted.apiName()))
                        .name(DerivedNames.authorizer(wanted.apiName(), check.type(), wanted.name()))
                        .authorizerType(check.type())
                        .authorizerUri(uri(check.function()))
                        .authorizerPayloadFormatVersion(check.payloadFormatVersion())
                        .authorizerResultTtlInSeconds(check.function() == null ? null : check.resultTtl())
                        .authorizerCredentialsArn(check.credentials())
                        .enableSimpleResponses(check.function() == null ? null : check.simpleResponses())
                        .identitySource(wanted.identitySources().isEmpty() ? null : wanted.identitySources())
                        .jwtConfiguration(tokens(check)))
                .authorizerId();
        known.authorizers.put(wanted.id().name(), made);
    }

    /** What is left out would stay, so everything is said. */
    @Override
    public void update(HttpAuthorizer there, HttpAuthorizer wanted, List<AttributeChange> changes, Desired desired) {
        Check check = wanted.check();
        boolean noMoreRole = there.check().credentials() != null && check.credentials() == null;
        api.updateAuthorizer(r -> r.apiId(Known.get(known.apis, wanted.apiName()))
                .authorizerId(Known.get(known.authorizers, wanted.id().name()))
                .authorizerType(check.type())
                .authorizerUri(uri(check.function()))
                .authorizerPayloadFormatVersion(check.payloadFormatVersion())
                .authorizerResultTtlInSeconds(check.function() == null ? null : check.resultTtl())
                .authorizerCredentialsArn(noMoreRole ? "" : check.credentials())
                .enableSimpleResponses(check.function() == null ? null : check.simpleResponses())
                .identitySource(wanted.identitySources())
                .jwtConfiguration(tokens(check)));
    }

    private static @Nullable JWTConfiguration tokens(Check check) {
        return check.issuer() == null
                ? null
                : JWTConfiguration.builder()
                        .issuer(check.issuer())
                        .audience(check.audience())
                        .build();
    }

    @Override
    public void delete(HttpAuthorizer there, Desired desired) {
        try {
            api.deleteAuthorizer(r -> r.apiId(Known.get(known.apis, there.apiName()))
                    .authorizerId(Known.get(known.authorizers, there.id().name())));
        } catch (NotFoundException e) {
            // Gone already.
        }
    }
}
