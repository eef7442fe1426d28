package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.HttpStage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.AccessLogSettings;
import software.amazon.awssdk.services.apigatewayv2.model.ConflictException;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.NotFoundException;
import software.amazon.awssdk.services.apigatewayv2.model.RouteSettings;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** The stage {@code $default} of our API; other stages stay as they are. */
final class HttpStageResource implements Kind<HttpStage> {
    private static final String STAGE = "$default";

    private final ApiGatewayV2Client api;
    private final Arns arns;
    private final Known known;

    HttpStageResource(ApiGatewayV2Client api, Arns arns, Known known) {
        this.api = api;
        this.arns = arns;
        this.known = known;
    }

    Optional<HttpStage> observe(String apiId, String apiName) {
        return Pages.all(
                        token -> api.getStages(
                                r -> r.apiId(apiId).maxResults(Pages.MOST).nextToken(token)),
                        GetStagesResponse::items,
                        GetStagesResponse::nextToken)
                .stream()
                .filter(each -> each.stageName().equals(STAGE))
                .findFirst()
                .map(each -> read(apiName, each));
    }

    private HttpStage read(String apiName, Stage stage) {
        TreeMap<String, HttpStage.RouteSettings> routes = new TreeMap<>();
        stage.routeSettings().forEach((key, settings) -> routes.put(key, StageOnWire.of(settings)));
        AccessLogSettings log = stage.accessLogSettings();
        HttpStage.AccessLog accessLog = log == null || log.destinationArn() == null
                ? null
                : new HttpStage.AccessLog(StageOnWire.plain(log.destinationArn()), log.format());
        return new HttpStage(
                apiName,
                accessLog,
                StageOnWire.of(stage.defaultRouteSettings()),
                routes,
                accessLog == null ? null : Arns.logGroupId(accessLog.destination()),
                stage.tags());
    }

    @Override
    public Class<HttpStage> type() {
        return HttpStage.class;
    }

    @Override
    public void create(HttpStage wanted, Desired desired) {
        try {
            Retry.until(
                    () -> api.createStage(r -> r.apiId(Known.get(known.apis, wanted.apiName()))
                            .stageName(STAGE)
                            .autoDeploy(true)
                            .accessLogSettings(StageOnWire.accessLog(wanted))
                            .defaultRouteSettings(StageOnWire.settings(wanted.defaults()))
                            .routeSettings(routes(wanted))
                            .tags(wanted.tags())),
                    Retry::routeIsNew);
        } catch (ConflictException e) {
            // The answer to the first try got lost.
        }
    }

    @Override
    public void update(HttpStage there, HttpStage wanted, List<AttributeChange> changes, Desired desired) {
        String id = Known.get(known.apis, wanted.apiName());
        if (Kind.touches(changes, "accessLog") && wanted.accessLog() == null) {
            api.deleteAccessLogSettings(r -> r.apiId(id).stageName(STAGE));
        }
        there.routes().forEach((key, settings) -> {
            if (loses(settings, wanted.routes().get(key))) {
                forget(id, key);
            }
        });
        boolean log = Kind.touches(changes, "accessLog") && wanted.accessLog() != null;
        boolean defaults = Kind.touches(changes, "throttling") || Kind.touches(changes, "detailedMetrics");
        boolean routes = Kind.touches(changes, "routes") && !wanted.routes().isEmpty();
        if (log || defaults || routes) {
            Retry.until(
                    () -> api.updateStage(r -> {
                        r.apiId(id).stageName(STAGE);
                        if (log) {
                            r.accessLogSettings(StageOnWire.accessLog(wanted));
                        }
                        if (defaults) {
                            r.defaultRouteSettings(StageOnWire.changed(there.defaults(), wanted.defaults()));
                        }
                        if (routes) {
                            r.routeSettings(routes(wanted));
                        }
                    }),
                    Retry::routeIsNew);
        }
        if (Kind.touches(changes, "tags")) {
            api.tagResource(
                    r -> r.resourceArn(arns.api(id) + "/stages/" + STAGE).tags(wanted.tags()));
        }
    }

    /** What is left out of a change stays, so what has to go is taken away first. */
    private static boolean loses(HttpStage.RouteSettings there, HttpStage.@Nullable RouteSettings wanted) {
        return wanted == null || (there.throttling() != null && wanted.throttling() == null);
    }

    private void forget(String id, String routeKey) {
        try {
            api.deleteRouteSettings(r -> r.apiId(id).stageName(STAGE).routeKey(routeKey));
        } catch (NotFoundException e) {
            // Gone already.
        }
    }

    private static Map<String, RouteSettings> routes(HttpStage wanted) {
        TreeMap<String, RouteSettings> routes = new TreeMap<>();
        wanted.routes().forEach((key, settings) -> routes.put(key, StageOnWire.settings(settings)));
        return routes;
    }

    @Override
    public void delete(HttpStage there, Desired desired) {
        try {
            api.deleteStage(r -> r.apiId(Known.get(known.apis, there.apiName())).stageName(STAGE));
        } catch (NotFoundException e) {
            // Gone already.
        }
    }
}
