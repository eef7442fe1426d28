package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.event.Event;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.Recognizer;
import io.lambdamaven.runtime.route.RouteTable;
import io.lambdamaven.runtime.task.TaskSender;
import org.jspecify.annotations.Nullable;

/** Takes an event to the line that serves its kind. */
final class Dispatcher {
    private static final byte[] NO_EVENT = {'{', '}'};

    private final RouteTable routes;

    Dispatcher(RouteTable routes) {
        this.routes = routes;
        // Lambda starts a function at full speed whatever its memory: what every event needs is loaded by now.
        Recognizer.recognize(NO_EVENT, false);
    }

    RouteTable routes() {
        return routes;
    }

    byte[] dispatch(RoutedHandler handler, byte[] event, Context context, @Nullable Journal journal) throws Exception {
        String qualifier = Qualifiers.of(context.getInvokedFunctionArn());
        if (qualifier.equals(Qualifiers.RAW)) {
            Event raw = new Event(EventKind.DIRECT, "");
            return ValueLine.direct(new Delivery(handler, routes, raw, event, context).notedIn(journal));
        }
        if (Probe.is(event, qualifier)) {
            return Probe.answer();
        }
        if (Probe.asksForDifferences(event, qualifier)) {
            return Probe.differences(handler.configured(), context);
        }
        Event what = recognized(event, qualifier.equals(Qualifiers.OPS), context);
        String repeated = what.repeated();
        if (repeated != null && what.kind() != EventKind.DIRECT) {
            if (what.kind() == EventKind.COMMAND) {
                OperatorLine.refused(context, "a key twice");
            }
            // The route would be found by one of them, and the method might read the other.
            throw new BindException("the event has the key '" + repeated + "' twice", null);
        }
        Delivery delivery = new Delivery(handler, routes, what, event, context).notedIn(journal);
        TaskSender tasks = handler.tasks();
        if (tasks != null) {
            byte[] answer = TaskLine.takeOrNull(delivery, tasks, qualifier);
            if (answer != null) {
                return answer;
            }
        }
        return line(delivery);
    }

    private static Event recognized(byte[] event, boolean operators, Context context) {
        try {
            return Recognizer.recognize(event, operators);
        } catch (RuntimeException e) {
            if (operators) {
                OperatorLine.refused(context, "malformed");
            }
            throw e;
        }
    }

    /** Each line is a class of its own, loaded by the first event that needs it. */
    static byte[] line(Delivery delivery) throws Exception {
        EventKind kind = delivery.kind();
        if (kind.isHttp()) {
            return HttpLine.answer(delivery);
        } else if (kind.isDirect() && kind != EventKind.IOT) {
            return ValueLine.direct(delivery);
        }
        return switch (kind) {
            case SQS, KINESIS, DYNAMODB, MSK, KAFKA -> BatchLine.handle(delivery);
            case SNS, RABBITMQ, ACTIVEMQ, DOCUMENTDB, SES, CODECOMMIT -> RecordLine.handle(delivery);
            case LOGS -> RecordLine.logs(delivery);
            case FIREHOSE, KINESIS_ANALYTICS -> TransformLine.handle(delivery);
            case S3_BATCH -> S3BatchLine.handle(delivery);
            case S3 -> S3Line.handle(delivery);
            case SCHEDULE -> ValueLine.schedule(delivery);
            case COMMAND -> OperatorLine.handle(delivery, System.getenv());
            case AUTHORIZER_TOKEN, AUTHORIZER_V2, AUTHORIZER_V1, APPSYNC_AUTHORIZER -> AuthorizerLine.handle(delivery);
            case BEDROCK_AGENT -> BedrockLine.handle(delivery);
            case WEBSOCKET -> WebSocketLine.handle(delivery);
            case COGNITO -> CognitoLine.userPool(delivery);
            case COGNITO_SYNC -> CognitoLine.sync(delivery);
            case EVENTBRIDGE -> BusLine.handle(delivery);
            case ALARM -> ValueLine.alarm(delivery);
            case LEX_V2, LEX_V1 -> LexLine.handle(delivery);
            case CONNECT -> ServiceLine.connect(delivery);
            case SECRET_ROTATION -> ServiceLine.secret(delivery);
            case APPSYNC -> AppSyncLine.handle(delivery);
            case APPSYNC_BATCH -> AppSyncLine.batch(delivery);
            case ALEXA -> ServiceLine.alexa(delivery);
            case TRANSFER -> ServiceLine.transfer(delivery);
            case IOT -> ServiceLine.iot(delivery);
            case CLOUDFORMATION, CODEPIPELINE, CODEDEPLOY, CONFIG, S3_OBJECT_LAMBDA -> CallbackLine.handle(delivery);
            default -> ValueLine.handle(delivery);
        };
    }
}
