package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.CognitoView;
import io.lambdamaven.runtime.bind.Part;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Mark;
import io.lambdamaven.runtime.reply.CognitoReply;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.route.ResourceName;
import io.lambdamaven.runtime.route.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serves user pools and identity pools, which take the event back as it came but for what they ask about. */
final class CognitoLine {
    private static final ResourceName ANY = new ResourceName("");

    private CognitoLine() {}

    static byte[] userPool(Delivery delivery) throws Exception {
        byte[] event = delivery.event();
        CognitoView view = new CognitoView(event);
        Route.Service route = route(delivery);
        Object result = ValueLine.call(delivery, route, view);
        return CognitoReply.write(event, view.seen(), result);
    }

    static byte[] sync(Delivery delivery) throws Exception {
        byte[] event = delivery.event();
        String pool = delivery.what().value(Mark.IDENTITY_POOL);
        Route.Service route = delivery.routes().service(EventKind.COGNITO_SYNC, pool);
        Object result = ValueLine.call(delivery, route, new Part(event));
        return result == null ? event : Results.json(result);
    }

    /** An event names the pool by its id alone: a route's pool that is a mere name cannot be told from another. */
    private static Route.@Nullable Service route(Delivery delivery) {
        String source = delivery.what().detail();
        int underscore = source.indexOf('_');
        String type = underscore < 0 ? source : source.substring(0, underscore);
        List<Route.Service> routes = delivery.routes().services(EventKind.COGNITO);
        Route.Service best = null;
        boolean named = false;
        for (int i = 0; i < routes.size(); i++) {
            List<ResourceName> keys = routes.get(i).keys();
            ResourceName wanted = keys.size() < 2 ? ANY : keys.get(1);
            boolean compared = isPoolId(wanted.value());
            boolean fits = isType(keys.isEmpty() ? "" : keys.get(0).value(), type)
                    && (!compared || wanted.matches(delivery.what().value(Mark.USER_POOL)));
            if (fits && (best == null || (compared && !named))) {
                best = routes.get(i);
                named = compared;
            }
        }
        return best;
    }

    /** Cognito itself says {@code TokenGeneration} where its documentation says pre token generation. */
    private static boolean isType(String key, String type) {
        return key.isEmpty()
                || key.equals(type)
                || (key.equals("PreTokenGeneration") && type.equals("TokenGeneration"));
    }

    /** Such as {@code eu-central-1_AbCdEfGhI}, or an ARN with it. */
    private static boolean isPoolId(String key) {
        int underscore = key.indexOf('_');
        int dash = key.indexOf('-');
        return key.startsWith("arn:")
                || (dash > 0 && dash < underscore && Character.isDigit(key.charAt(underscore - 1)));
    }
}
