package io.lambdamaven.runtime;

import io.lambdamaven.api.HttpException;
import io.lambdamaven.runtime.bind.AppSyncView;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.bind.Payload;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.reply.AppSyncReply;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.route.Granularity;
import io.lambdamaven.runtime.route.Route;
import java.util.ArrayList;
import java.util.List;

/** Serves AppSync: fields to resolve, one by one or in batches, and what happens on channels of AppSync Events. */
final class AppSyncLine {
    private static final String UNSAID = "the field could not be resolved";

    private AppSyncLine() {}

    static byte[] handle(Delivery delivery) throws Exception {
        AppSyncView view = new AppSyncView(delivery.event());
        Route.Service route = route(delivery, EventKind.APPSYNC, view);
        Object result = delivery.call(route, Arguments.ofOnly(delivery.context(), delivery.event(), Payload.of(view)));
        if (view.names()[3].equals("PUBLISH")) {
            return AppSyncReply.published(view.fields(), result);
        }
        // A resolver without batching calls the same method: who takes a list gets one of one, and returns one.
        boolean listed = route.granularity() == Granularity.WHOLE && view.isAsked() && !view.isChannel();
        return Results.json(listed ? AppSyncReply.only(result) : result);
    }

    /** All elements of a batch are of one field; each is looked up all the same before the first call. */
    static byte[] batch(Delivery delivery) throws Exception {
        List<AppSyncView> views = new ArrayList<>();
        List<Route.Service> routes = new ArrayList<>();
        JsonCursor cursor = JsonCursor.over(delivery.event());
        while (cursor.nextElement()) {
            AppSyncView view = new AppSyncView(cursor.copy());
            views.add(view);
            routes.add(route(delivery, EventKind.APPSYNC_BATCH, view));
        }
        Route.Service route = routes.get(0);
        if (route.granularity() == Granularity.WHOLE) {
            return whole(delivery, route, views);
        }
        List<Object> answer = new ArrayList<>(views.size());
        for (int i = 0; i < views.size(); i++) {
            answer.add(one(delivery, routes.get(i), views.get(i)));
        }
        return Json.write(answer);
    }

    private static byte[] whole(Delivery delivery, Route.Service route, List<AppSyncView> views) throws Exception {
        List<Payload> payloads = new ArrayList<>(views.size());
        for (int i = 0; i < views.size(); i++) {
            payloads.add(Payload.of(views.get(i)));
        }
        Object result = delivery.call(route, Arguments.ofBatch(delivery.context(), delivery.event(), payloads));
        return AppSyncReply.batch(views.size(), result);
    }

    /** One element's failure leaves the others their results; the client learns no more of it than is meant for him. */
    private static Object one(Delivery delivery, Route.Service route, AppSyncView view) {
        String field = String.join(".", view.names()[0], view.names()[1]);
        try {
            return AppSyncReply.data(
                    delivery.call(route, Arguments.ofRecord(delivery.context(), delivery.event(), Payload.of(view))));
        } catch (BindException e) {
            return AppSyncReply.error(message(e), "BadRequest");
        } catch (HttpException e) {
            if (e.status() >= 500 || e.getCause() != null) {
                Failures.log(delivery.context(), field + " answers " + e.status(), e);
            }
            return AppSyncReply.error(message(e), String.valueOf(e.status()));
        } catch (Exception e) {
            Failures.log(delivery.context(), field + " failed", e);
            return AppSyncReply.error(UNSAID, "InternalFailure");
        }
    }

    private static Route.Service route(Delivery delivery, EventKind kind, AppSyncView view) {
        String[] names = view.names();
        Route.Service route = delivery.routes().service(kind, names);
        if (route == null) {
            throw delivery.unroutable(names[1].isEmpty() ? names[3] + " " + names[2] : names[0] + "." + names[1]);
        }
        return route;
    }

    private static String message(Exception e) {
        String message = e.getMessage();
        return message == null ? UNSAID : message;
    }
}
