package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.Part;
import io.lambdamaven.runtime.bind.SecretView;
import io.lambdamaven.runtime.bind.TransferView;
import io.lambdamaven.runtime.bind.View;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Heads;
import io.lambdamaven.runtime.event.Mark;
import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.reply.ConnectReply;
import io.lambdamaven.runtime.reply.IotReply;
import io.lambdamaven.runtime.reply.TransferReply;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.route.RouteTable;
import org.jspecify.annotations.Nullable;

/** Serves the services that ask for one thing each and whose routes name what it is about. */
final class ServiceLine {
    private static final int SUFFIX = "-AbCdEf".length();

    private ServiceLine() {}

    static byte[] connect(Delivery delivery) throws Exception {
        Route.Service route = delivery.routes().service(EventKind.CONNECT, Heads.resources(delivery.what()));
        View parameters = new Part(delivery.event(), "Details", "Parameters");
        return ConnectReply.write(ValueLine.call(delivery, route, parameters));
    }

    static byte[] transfer(Delivery delivery) throws Exception {
        View view = new TransferView(delivery.event());
        Route.Service route =
                delivery.routes().service(EventKind.TRANSFER, delivery.what().value(Mark.SERVER_ID));
        return TransferReply.write(ValueLine.call(delivery, route, view));
    }

    static byte[] secret(Delivery delivery) throws Exception {
        SecretView view = new SecretView(delivery.event());
        String arn = delivery.what().value(Mark.SECRET_ID);
        String step = SecretView.word(delivery.what().value(Mark.STEP));
        RouteTable routes = delivery.routes();
        // A route names the secret; its ARN has six characters more that Secrets Manager made up.
        boolean suffixed = arn.length() > SUFFIX && arn.charAt(arn.length() - SUFFIX) == '-';
        String name = suffixed ? arn.substring(0, arn.length() - SUFFIX) : arn;
        Route.Service route = closer(
                routes.service(EventKind.SECRET_ROTATION, name, step),
                routes.service(EventKind.SECRET_ROTATION, arn, step));
        ValueLine.call(delivery, route, view);
        return Json.nothing();
    }

    static byte[] alexa(Delivery delivery) throws Exception {
        View view = new Part(delivery.event());
        String[] names = Heads.alexa(delivery.what());
        String skill = names[0];
        String general = names[1];
        String intent = names[2];
        RouteTable routes = delivery.routes();
        Route.Service route = routes.service(EventKind.ALEXA, skill, general);
        if (!intent.isEmpty()) {
            route = closer(routes.service(EventKind.ALEXA, skill, intent), route);
        }
        if (route == null) {
            throw delivery.unroutable(skill + " " + general + " " + intent);
        }
        return ValueLine.answer(delivery, route, view);
    }

    static byte[] iot(Delivery delivery) throws Exception {
        View view = new Part(delivery.event());
        String kind = iotKind(delivery.event());
        Route.Service route = delivery.routes().service(EventKind.IOT, kind);
        if (route == null) {
            return ValueLine.direct(delivery);
        }
        Object result = ValueLine.call(delivery, route, view);
        return switch (kind) {
            case "custom-authorizer" -> IotReply.authorization(result);
            case "provisioning" -> IotReply.provisioning(result);
            default -> Json.nothing();
        };
    }

    private static String iotKind(byte[] event) {
        if (Members.has(event, "protocolData")) {
            return "custom-authorizer";
        } else if (Members.has(event, "claimCertificateId")) {
            return "provisioning";
        }
        return Members.has(event, "deviceEvent") ? "1-click" : "button";
    }

    /** The route that names more; the first one if both name as much. */
    private static Route.@Nullable Service closer(Route.@Nullable Service one, Route.@Nullable Service other) {
        return named(other) > named(one) ? other : one;
    }

    private static int named(Route.@Nullable Service route) {
        int named = route == null ? -1 : 0;
        for (int i = 0; route != null && i < route.keys().size(); i++) {
            named += route.keys().get(i).value().isEmpty() ? 0 : 1;
        }
        return named;
    }
}
