package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the event that a service would send for a trigger. */
public final class SampleEvents {
    private final SampleContext context;
    private final Names names;
    private final Clock clock;

    public SampleEvents(SampleContext context, Clock clock) {
        this.context = context;
        this.names = new Names(context);
        this.clock = clock;
    }

    /**
     * The event for what the user asked for.
     *
     * @param event a kind of event ({@code s3}), a kind and which one ({@code s3:OrderImport.load},
     *     {@code command:reindex}) or a request line ({@code GET /orders/17?full=true}), with or without {@code http:}
     * @param payload an HTTP body, an object's key, messages, arguments or the whole payload; null for a default
     * @throws io.lambdamaven.plugin.report.UserFault for what no trigger of the function can be sent
     */
    public Sample of(FunctionModel function, String event, @Nullable String payload) {
        Selection selection = new Selection(function);
        RequestLine line = RequestLine.find(event);
        if (line != null && !line.isTemplate()) {
            return new HttpSample(context, clock).of(line.route(selection), line, payload);
        }
        return of(selection, selection.find(event), payload);
    }

    /** The event for one route of the function. */
    public Sample of(FunctionModel function, Route route, @Nullable String payload) {
        return of(new Selection(function), route, payload);
    }

    private Sample of(Selection selection, Route route, @Nullable String payload) {
        Trigger trigger = route.trigger();
        if (trigger instanceof Trigger.Web) {
            return of(
                    selection,
                    new Route(
                            route.number(),
                            route.id(),
                            new Trigger.Http(payload == null ? "GET" : "POST", "/"),
                            route.method(),
                            route.granularity()),
                    payload);
        }
        if (trigger instanceof Trigger.Http) {
            RequestLine line = RequestLine.sample(route, selection, payload != null);
            return new HttpSample(context, clock).of(route, line, payload);
        } else if (trigger instanceof Trigger.S3 s3) {
            S3Sample sample = new S3Sample(context, names, clock);
            return new Sample(
                    route, "live", s3.eventBridge() ? sample.onBus(s3, payload) : sample.of(route, s3, payload));
        } else if (trigger instanceof Trigger.Service service) {
            return new Sample(route, Catalog.isRaw(trigger) ? "raw" : "live", service(service, payload));
        } else if (trigger instanceof Trigger.Schedule) {
            return new Sample(route, "live", schedule(route, payload));
        } else if (trigger instanceof Trigger.Command command) {
            JsonObject.Builder call = Json.object().put("command", command.name());
            Json args = new CommandLineArguments(command).read(payload);
            return new Sample(
                    route,
                    "ops",
                    (args == null ? call : call.put("args", args)).build().canonical());
        } else if (trigger instanceof Trigger.Task task) {
            JsonObject.Builder call = Json.object().put("task", task.id()).put("id", "sample");
            return new Sample(
                    route,
                    "ops",
                    call.put("args", Payloads.value(payload == null ? "[]" : payload))
                            .build()
                            .canonical());
        } else {
            return new Sample(route, "live", payload == null ? "{}" : Payloads.document(payload));
        }
    }

    private String service(Trigger.Service trigger, @Nullable String payload) {
        return trigger.kind().equals("sqs")
                ? new SqsSample(names, clock).of(trigger, payload)
                : new ServiceSample(context, names, clock).of(trigger, payload);
    }

    private String schedule(Route route, @Nullable String payload) {
        Payloads.refuse(payload, "The event of a schedule has no payload.");
        String rule = names.ruleArn(route.id());
        return Json.object()
                .put("version", "0")
                .put(
                        "id",
                        UUID.nameUUIDFromBytes(rule.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", context.account())
                .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", context.region())
                .put("resources", Json.array(Json.of(rule)))
                .put("detail", Json.object())
                .build()
                .canonical();
    }
}
