package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.Binding;
import io.lambdamaven.plugin.model.Granularity;
import io.lambdamaven.plugin.model.JavaType;
import io.lambdamaven.plugin.model.RuntimeNames;
import io.lambdamaven.plugin.model.Trigger;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Which forms of its event each kind of trigger can give to a parameter without an annotation. */
final class PayloadRules {
    private static final Set<String> HTTP_EVENTS =
            Set.of(RuntimeNames.HTTP_V2_EVENT, RuntimeNames.HTTP_V1_EVENT, RuntimeNames.ALB_EVENT);

    private final TypeRules types;
    private final ServiceForms services;

    PayloadRules(TypeRules types) {
        this.types = types;
        this.services = new ServiceForms(types);
    }

    /** How a parameter of this type gets its value, or empty if the trigger has nothing for it. */
    Optional<Binding> bind(Trigger trigger, JavaType type) {
        if (TypeRules.is(type, RuntimeNames.CONTEXT)) {
            return Optional.of(new Binding.LambdaContext());
        } else if (TypeRules.is(type, RuntimeNames.INVOCATION)) {
            return Optional.of(new Binding.Invocation());
        } else if (TypeRules.is(type, RuntimeNames.CONNECTIONS)) {
            return Optional.of(new Binding.Connections(trigger.kind().equals("websocket")));
        } else if (trigger instanceof Trigger.Http) {
            return http(type);
        } else if (trigger instanceof Trigger.Service service) {
            return services.bind(service, type);
        } else if (trigger instanceof Trigger.S3) {
            return s3(type);
        } else if (trigger instanceof Trigger.Schedule) {
            return schedule(type);
        } else if (trigger instanceof Trigger.Invoke && TypeRules.isAwsEvent(type)) {
            return Optional.of(new Binding.AwsEvent(type));
        }
        return payload(type);
    }

    private Optional<Binding> http(JavaType type) {
        if (TypeRules.is(type, RuntimeNames.HTTP_REQUEST)) {
            return Optional.of(new Binding.Request());
        } else if (HTTP_EVENTS.stream().anyMatch(name -> TypeRules.is(type, name))) {
            return Optional.of(new Binding.AwsEvent(type));
        }
        return payload(type);
    }

    private Optional<Binding> payload(JavaType type) {
        return types.isPayload(type) ? Optional.of(new Binding.Payload(type)) : Optional.empty();
    }

    /** What an own type is made of is the schedule's input, or the event's detail. */
    private Optional<Binding> schedule(JavaType type) {
        return types.isOwn(type)
                ? Optional.of(new Binding.Payload(type))
                : wholeEvent(type, RuntimeNames.SCHEDULED_EVENT);
    }

    private Optional<Binding> s3(JavaType type) {
        if (TypeRules.is(type, RuntimeNames.S3_OBJECT)) {
            return Optional.of(new Binding.Payload(type));
        } else if (TypeRules.isList(type) && TypeRules.is(TypeRules.argument(type), RuntimeNames.S3_OBJECT)) {
            return Optional.of(new Binding.Payloads(TypeRules.argument(type)));
        }
        return wholeEvent(type, RuntimeNames.S3_EVENT);
    }

    private static Optional<Binding> wholeEvent(JavaType type, String awsClass) {
        if (TypeRules.is(type, awsClass)) {
            return Optional.of(new Binding.AwsEvent(type));
        }
        return TypeRules.isRaw(type) || TypeRules.is(type, TypeRules.STRING)
                ? Optional.of(new Binding.Event(type))
                : Optional.empty();
    }

    /** Whether the bindings make the method one that takes a record at a time. */
    Granularity granularity(Trigger trigger, Collection<Binding> bindings) {
        if (trigger instanceof Trigger.Service service) {
            return services.granularity(service, bindings);
        }
        return trigger instanceof Trigger.S3 && bindings.stream().anyMatch(each -> each instanceof Binding.Payload)
                ? Granularity.EACH
                : Granularity.WHOLE;
    }

    /** What a method of this trigger may take, for messages. */
    static String choices(Trigger trigger) {
        if (trigger instanceof Trigger.Service service) {
            return ServiceForms.choices(service);
        }
        return switch (trigger.kind()) {
            case "http" ->
                "Context, Invocation, HttpRequest, Caller, parameters with @PathParam, @QueryParam, @HeaderParam, @CookieParam,"
                        + " @FormParam or @Claim, and for"
                        + " the body one of String, byte[], InputStream, JsonNode, Map<String, Object>, List<T> or a"
                        + " record or class of your own";
            case "s3" ->
                "Context, Invocation and S3Object for one object at a time or, for the whole event, one of List<S3Object>,"
                        + " S3Event, String, InputStream, byte[], JsonNode or Map<String, Object>";
            case "schedule" ->
                "Context, Invocation and one of ScheduledEvent, String, InputStream, byte[], JsonNode, Map<String, Object> or"
                        + " a record or class of your own, made of the input";
            case "command" ->
                "Context, Invocation and one of String, InputStream, byte[], JsonNode, Map<String, Object>, List<T> or a record or"
                        + " class of your own, or several arguments by their names, with @Argument where more is to be said";
            default ->
                "Context, Invocation and one of String, InputStream, byte[], JsonNode, Map<String, Object>, List<T> or a record or"
                        + " class of your own";
        };
    }
}
