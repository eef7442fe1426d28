package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Cors;
import org.jspecify.annotations.Nullable;

/** The rules for other sites' pages as API Gateway and Lambda speak of them. */
final class CorsOnWire {
    private CorsOnWire() {}

    static Cors of(software.amazon.awssdk.services.apigatewayv2.model.@Nullable Cors cors) {
        return cors == null
                ? Cors.NONE
                : new Cors(
                        cors.allowOrigins(),
                        cors.allowMethods(),
                        cors.allowHeaders(),
                        cors.exposeHeaders(),
                        number(cors.maxAge()),
                        Boolean.TRUE.equals(cors.allowCredentials()));
    }

    static Cors of(software.amazon.awssdk.services.lambda.model.@Nullable Cors cors) {
        return cors == null
                ? Cors.NONE
                : new Cors(
                        cors.allowOrigins(),
                        cors.allowMethods(),
                        cors.allowHeaders(),
                        cors.exposeHeaders(),
                        number(cors.maxAge()),
                        Boolean.TRUE.equals(cors.allowCredentials()));
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /** All of it, since what is left out of a change may stay as it was. */
    static software.amazon.awssdk.services.apigatewayv2.model.Cors forApi(Cors cors) {
        return software.amazon.awssdk.services.apigatewayv2.model.Cors.builder()
                .allowOrigins(cors.allowOrigins())
                .allowMethods(cors.allowMethods())
                .allowHeaders(cors.allowHeaders())
                .exposeHeaders(cors.exposeHeaders())
                .maxAge(cors.maxAge())
                .allowCredentials(cors.allowCredentials())
                .build();
    }

    /** All of it; without any rule an empty one, which takes away what was there. */
    static software.amazon.awssdk.services.lambda.model.Cors forUrl(Cors cors) {
        if (cors.equals(Cors.NONE)) {
            return software.amazon.awssdk.services.lambda.model.Cors.builder().build();
        }
        return software.amazon.awssdk.services.lambda.model.Cors.builder()
                .allowOrigins(cors.allowOrigins())
                .allowMethods(cors.allowMethods())
                .allowHeaders(cors.allowHeaders())
                .exposeHeaders(cors.exposeHeaders())
                .maxAge(cors.maxAge())
                .allowCredentials(cors.allowCredentials())
                .build();
    }
}
