package io.lambdamaven.runtime;

import io.lambdamaven.runtime.bind.Part;
import io.lambdamaven.runtime.bind.SecretView;
import io.lambdamaven.runtime.bind.TransferView;
import io.lambdamaven.runtime.bind.View;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Fields;
import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.reply.ConnectReply;
import io.lambdamaven.runtime.reply.IotReply;
import io.lambdamaven.runtime.reply.TransferReply;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.route.RouteTable;
import org.jspecify.annotations.Nullable;

/** Serves the services that ask for one thing each and whose routes name what it is about. */
final class ServiceLine {
    private static final byte[] NOTHING = {'n', 'u', 'l', 'l'};
    private static final int SUFFIX = "-AbCdEf".length();

    private ServiceLine() {}

    static byte[] connect(Delivery delivery) throws Exception {
        byte[] event = delivery.event();
        String instance = Members.text(event, "Details", "ContactData", "InstanceARN");
        Route.Service route = delivery.routes().service(EventKind.CONNECT, instance);
        return ConnectReply.write(ValueLine.call(delivery, route, new Part(event, "Details", "Parameters")));
    }

    static byte[] transfer(Delivery delivery) throws Exception {
        View view = new TransferView(delivery.event());
        Route.Service route =
                delivery.routes().service(EventKind.TRANSFER, view.fields().text("serverId"));
        return TransferReply.write(ValueLine.call(delivery, route, view));
    }

    static byte[] secret(Delivery delivery) throws Exception {
        SecretView view = new SecretView(delivery.event());
        String arn = view.fields().text("SecretId");
        RouteTable routes = delivery.routes();
        // A route names the secret; its ARN has six characters more that Secrets Manager made up.
        boolean suffixed = arn.length() > SUFFIX && arn.charAt(arn.length() - SUFFIX) == '-';
        String name = suffixed ? arn.substring(0, arn.length() - SUFFIX) : arn;
        Route.Service route = closer(
                routes.service(EventKind.SECRET_ROTATION, name, view.step()),
                routes.service(EventKind.SECRET_ROTATION, arn, view.step()));
        ValueLine.call(delivery, route, view);
        return NOTHING.clone();
    }

    static byte[] alexa(Delivery delivery) throws Exception {
        View view = new Part(delivery.event());
        Fields event = view.fields();
        Fields request = event.in("request");
        String skill = event.in("session").in("application").text("applicationId");
        if (skill.isEmpty()) {
            skill = event.in("context").in("System").in("application").text("applicationId");
        }
        Fields header = event.has("directive") ? event.in("directive").in("header") : event.in("header");
        String general = request.has("type") ? request.text("type") : header.text("namespace");
        String intent = request.in("intent").text("name");
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
        String kind = iotKind(view.fields());
        Route.Service route = delivery.routes().service(EventKind.IOT, kind);
        if (route == null) {
            return ValueLine.direct(delivery);
        }
        Object result = ValueLine.call(delivery, route, view);
        return switch (kind) {
            case "custom-authorizer" -> IotReply.authorization(result);
            case "provisioning" -> IotReply.provisioning(result);
            default -> NOTHING.clone();
        };
    }

    private static String iotKind(Fields event) {
        if (event.has("protocolData")) {
            return "custom-authorizer";
        } else if (event.has("claimCertificateId")) {
            return "provisioning";
        }
        return event.has("deviceEvent") ? "1-click" : "button";
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
