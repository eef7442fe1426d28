package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.HttpStage;
import io.lambdamaven.plugin.plan.resource.HttpStage.Throttling;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.model.AccessLogSettings;
import software.amazon.awssdk.services.apigatewayv2.model.RouteSettings;

/** What is set for a stage, as API Gateway speaks of it. */
final class StageOnWire {
    /**
     * The limits of an account as AWS gives it. API Gateway has no call that takes a limit back, and reads one that is
     * left out as the old one or as 0: so whoever drops a limit gets these, which count as none.
     */
    private static final Throttling USUAL = new Throttling(5_000, 10_000);

    private StageOnWire() {}

    static HttpStage.RouteSettings of(@Nullable RouteSettings settings) {
        if (settings == null) {
            return HttpStage.RouteSettings.USUAL;
        }
        Integer burst = settings.throttlingBurstLimit();
        Double rate = settings.throttlingRateLimit();
        Throttling throttling = burst == null && rate == null
                ? null
                : new Throttling(burst == null ? 0 : burst, rate == null ? 0 : rate);
        return new HttpStage.RouteSettings(
                USUAL.equals(throttling) ? null : throttling, Boolean.TRUE.equals(settings.detailedMetricsEnabled()));
    }

    static RouteSettings settings(HttpStage.RouteSettings wanted) {
        RouteSettings.Builder settings = RouteSettings.builder().detailedMetricsEnabled(wanted.detailedMetrics());
        Throttling throttling = wanted.throttling();
        if (throttling != null) {
            settings.throttlingBurstLimit(throttling.burstLimit()).throttlingRateLimit(throttling.rateLimit());
        }
        return settings.build();
    }

    static RouteSettings changed(HttpStage.RouteSettings there, HttpStage.RouteSettings wanted) {
        boolean dropped = there.throttling() != null && wanted.throttling() == null;
        return settings(dropped ? new HttpStage.RouteSettings(USUAL, wanted.detailedMetrics()) : wanted);
    }

    static @Nullable AccessLogSettings accessLog(HttpStage wanted) {
        HttpStage.AccessLog log = wanted.accessLog();
        return log == null
                ? null
                : AccessLogSettings.builder()
                        .destinationArn(log.destination())
                        .format(log.format())
                        .build();
    }

    /** Some answers end the ARN of a log group in a star. */
    static String plain(String arn) {
        return arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn;
    }
}
