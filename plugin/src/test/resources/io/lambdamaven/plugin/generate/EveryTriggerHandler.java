package com.example.all;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.CloudWatchMetricAlarmEvent;
import com.amazonaws.services.lambda.runtime.events.CodeCommitEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoEvent;
import com.amazonaws.services.lambda.runtime.events.ConnectEvent;
import com.amazonaws.services.lambda.runtime.events.IoTButtonEvent;
import io.lambdamaven.api.AppSyncRequest;
import io.lambdamaven.api.AuthorizerRequest;
import io.lambdamaven.api.BedrockAgentRequest;
import io.lambdamaven.api.CognitoTriggerEvent;
import io.lambdamaven.api.CustomResourceRequest;
import io.lambdamaven.api.DynamoDbRecord;
import io.lambdamaven.api.EventBridgeEvent;
import io.lambdamaven.api.FirehoseRecord;
import io.lambdamaven.api.KafkaRecord;
import io.lambdamaven.api.KinesisRecord;
import io.lambdamaven.api.LexRequest;
import io.lambdamaven.api.LogEvent;
import io.lambdamaven.api.MqMessage;
import io.lambdamaven.api.PipelineJob;
import io.lambdamaven.api.S3BatchTask;
import io.lambdamaven.api.S3Object;
import io.lambdamaven.api.S3ObjectLambdaRequest;
import io.lambdamaven.api.SecretRotation;
import io.lambdamaven.api.SesMessage;
import io.lambdamaven.api.SnsMessage;
import io.lambdamaven.api.TransferLogin;
import io.lambdamaven.api.WebSocketEvent;
import io.lambdamaven.api.Window;
import io.lambdamaven.api.WindowState;
import io.lambdamaven.runtime.RoutedHandler;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.Types;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Takes each event to the method it is for.
 */
@Generated("io.lambdamaven")
public final class LambdaHandler extends RoutedHandler {
    private Front front;

    private Streams streams;

    private Watch watch;

    public LambdaHandler() {
        super(routes());
    }

    private static RouteTable routes() {
        return RouteTable.builder()
                .service(0, EventKind.BEDROCK_AGENT, new String[] {"orders", "cancel", "", ""}, RouteTable.WHOLE, "", "Front.act")
                .service(1, EventKind.BEDROCK_AGENT, new String[] {"orders", "", "/orders/{id}", "GET"}, RouteTable.WHOLE, "", "Front.act")
                .service(2, EventKind.ALEXA, new String[] {"", "OrderIntent"}, RouteTable.WHOLE, "", "Front.alexa")
                .service(3, EventKind.AUTHORIZER_V2, new String[] {}, RouteTable.WHOLE, "simple", "Front.allow")
                .service(4, EventKind.AUTHORIZER_V1, new String[] {}, RouteTable.WHOLE, "", "Front.allow")
                .service(5, EventKind.APPSYNC_AUTHORIZER, new String[] {}, RouteTable.WHOLE, "", "Front.allowGraph")
                .service(6, EventKind.AUTHORIZER_TOKEN, new String[] {}, RouteTable.WHOLE, "", "Front.allowToken")
                .service(7, EventKind.LEX_V2, new String[] {"shop", "Order", "FulfillmentCodeHook"}, RouteTable.WHOLE, "", "Front.bot")
                .service(8, EventKind.LEX_V1, new String[] {"old", "", ""}, RouteTable.WHOLE, "", "Front.bot")
                .service(9, EventKind.IOT, new String[] {"button"}, RouteTable.WHOLE, "", "Front.button")
                .service(10, EventKind.CONNECT, new String[] {""}, RouteTable.WHOLE, "", "Front.call")
                .service(11, EventKind.IOT, new String[] {"custom-authorizer"}, RouteTable.WHOLE, "", "Front.device")
                .service(12, EventKind.TRANSFER, new String[] {"s-01234567890abcdef"}, RouteTable.WHOLE, "", "Front.login")
                .service(13, EventKind.S3_OBJECT_LAMBDA, new String[] {"images"}, RouteTable.WHOLE, "", "Front.object")
                .service(14, EventKind.WEBSOCKET, new String[] {"order"}, RouteTable.WHOLE, "", "Front.order")
                .service(15, EventKind.APPSYNC, new String[] {"Query", "orders"}, RouteTable.EACH, "", "Front.orders")
                .service(16, EventKind.APPSYNC_BATCH, new String[] {"Query", "orders"}, RouteTable.EACH, "", "Front.orders")
                .service(17, EventKind.IOT, new String[] {"provisioning"}, RouteTable.WHOLE, "", "Front.provision")
                .service(18, EventKind.APPSYNC, new String[] {"", "", "orders", "PUBLISH"}, RouteTable.WHOLE, "", "Front.published")
                .service(19, EventKind.DIRECT, new String[] {"iot"}, RouteTable.WHOLE, "", "Front.rule")
                .service(20, EventKind.COGNITO, new String[] {"PreSignUp", ""}, RouteTable.WHOLE, "", "Front.signUp")
                .service(21, EventKind.COGNITO, new String[] {"CustomMessage", ""}, RouteTable.WHOLE, "", "Front.signUp")
                .service(22, EventKind.WEBSOCKET, new String[] {"$connect"}, RouteTable.WHOLE, "", "Front.socket")
                .service(23, EventKind.WEBSOCKET, new String[] {"$default"}, RouteTable.WHOLE, "", "Front.socket")
                .service(24, EventKind.COGNITO_SYNC, new String[] {""}, RouteTable.WHOLE, "", "Front.sync")
                .service(25, EventKind.COGNITO, new String[] {"TokenGeneration", "eu-west-1_AbCdEfGhI"}, RouteTable.WHOLE, "", "Front.token")
                .service(26, EventKind.KINESIS_ANALYTICS, new String[] {"clicks"}, RouteTable.EACH, "", "Streams.analyse")
                .service(27, EventKind.DYNAMODB, new String[] {"orders"}, RouteTable.EACH, "", "Streams.changed")
                .service(28, EventKind.FIREHOSE, new String[] {"clicks"}, RouteTable.EACH, "", "Streams.clean")
                .service(29, EventKind.KINESIS, new String[] {"clicks"}, RouteTable.EACH, "", "Streams.click")
                .service(30, EventKind.DOCUMENTDB, new String[] {"main", "shop", "orders"}, RouteTable.EACH, "", "Streams.document")
                .s3EventBridge(31, "images", new String[] {"s3:ObjectCreated:*"}, "", ".png", RouteTable.EACH, "Streams.image")
                .service(32, EventKind.MSK, new String[] {"main", "orders"}, RouteTable.EACH, "", "Streams.kafka")
                .service(33, EventKind.KAFKA, new String[] {"orders"}, RouteTable.EACH, "", "Streams.kafka")
                .service(34, EventKind.SES, new String[] {}, RouteTable.EACH, "", "Streams.mail")
                .service(35, EventKind.ACTIVEMQ, new String[] {"main", "orders"}, RouteTable.WHOLE, "", "Streams.mq")
                .service(36, EventKind.RABBITMQ, new String[] {"fast", "orders", "/shop"}, RouteTable.WHOLE, "", "Streams.mq")
                .service(37, EventKind.SNS, new String[] {"${orders.topic}"}, RouteTable.EACH, "", "Streams.sns")
                .service(38, EventKind.SNS, new String[] {"arn:aws:sns:eu-west-1:123456789012:returns"}, RouteTable.EACH, "", "Streams.sns")
                .service(39, EventKind.SQS, new String[] {"steps.fifo"}, RouteTable.WHOLE, "groups", "Streams.steps")
                .service(40, EventKind.S3_BATCH, new String[] {}, RouteTable.EACH, "Succeeded", "Streams.task")
                .service(41, EventKind.KINESIS, new String[] {"views"}, RouteTable.WHOLE, "window", "Streams.views")
                .service(42, EventKind.DYNAMODB, new String[] {"totals"}, RouteTable.WHOLE, "window", "Streams.window")
                .service(43, EventKind.SQS, new String[] {"wrapped"}, RouteTable.EACH, "unwrap parallel", "Streams.wrapped")
                .service(44, EventKind.ALARM, new String[] {"too many errors"}, RouteTable.WHOLE, "", "Watch.alarm")
                .events(45, "{\"source\": [\"com.example\"], \"detail\": {\"state\": [{\"prefix\": \"r\"}]}}", "default", "Watch.bus")
                .service(46, EventKind.CODECOMMIT, new String[] {"shop"}, RouteTable.WHOLE, "", "Watch.commit")
                .service(47, EventKind.CODEDEPLOY, new String[] {}, RouteTable.WHOLE, "", "Watch.deploy")
                .service(48, EventKind.LOGS, new String[] {"/shop/db"}, RouteTable.WHOLE, "", "Watch.document")
                .service(49, EventKind.LOGS, new String[] {"/shop/web"}, RouteTable.EACH, "", "Watch.line")
                .schedule(50, "6c0c2222", "{\"id\": \"1\"}", "Watch.morning")
                .schedule(51, "dfa1c8fd", "", "Watch.once")
                .events(52, "{\"source\": [\"${shop.source}\"]}", "shop", "Watch.own")
                .service(53, EventKind.CODEPIPELINE, new String[] {}, RouteTable.WHOLE, "", "Watch.pipeline")
                .service(54, EventKind.SECRET_ROTATION, new String[] {"shop/db", "createSecret"}, RouteTable.WHOLE, "", "Watch.rotate")
                .service(55, EventKind.SECRET_ROTATION, new String[] {"shop/db", "testSecret"}, RouteTable.WHOLE, "", "Watch.rotate")
                .service(56, EventKind.CLOUDFORMATION, new String[] {"Custom::Schema"}, RouteTable.WHOLE, "", "Watch.schema")
                .service(57, EventKind.CONFIG, new String[] {"tagged"}, RouteTable.WHOLE, "", "Watch.tagged")
                .build();
    }

    @Override
    protected Object call(int route, Arguments in) throws Exception {
        switch (route) {
            case 0:
                return frontAct(in);
            case 1:
                return frontAct(in);
            case 2:
                return frontAlexa(in);
            case 3:
                return frontAllow(in);
            case 4:
                return frontAllow(in);
            case 5:
                return frontAllowGraph(in);
            case 6:
                return frontAllowToken(in);
            case 7:
                return frontBot(in);
            case 8:
                return frontBot(in);
            case 9:
                return frontButton(in);
            case 10:
                return frontCall(in);
            case 11:
                return frontDevice(in);
            case 12:
                return frontLogin(in);
            case 13:
                return frontObject(in);
            case 14:
                return frontOrder(in);
            case 15:
                return frontOrders(in);
            case 16:
                return frontOrders(in);
            case 17:
                return frontProvision(in);
            case 18:
                return frontPublished(in);
            case 19:
                return frontRule(in);
            case 20:
                return frontSignUp(in);
            case 21:
                return frontSignUp(in);
            case 22:
                return frontSocket(in);
            case 23:
                return frontSocket(in);
            case 24:
                return frontSync(in);
            case 25:
                return frontToken(in);
            case 26:
                return streamsAnalyse(in);
            case 27:
                return streamsChanged(in);
            case 28:
                return streamsClean(in);
            case 29:
                return streamsClick(in);
            case 30:
                return streamsDocument(in);
            case 31:
                return streamsImage(in);
            case 32:
                return streamsKafka(in);
            case 33:
                return streamsKafka(in);
            case 34:
                return streamsMail(in);
            case 35:
                return streamsMq(in);
            case 36:
                return streamsMq(in);
            case 37:
                return streamsSns(in);
            case 38:
                return streamsSns(in);
            case 39:
                return streamsSteps(in);
            case 40:
                return streamsTask(in);
            case 41:
                return streamsViews(in);
            case 42:
                return streamsWindow(in);
            case 43:
                return streamsWrapped(in);
            case 44:
                return watchAlarm(in);
            case 45:
                return watchBus(in);
            case 46:
                return watchCommit(in);
            case 47:
                return watchDeploy(in);
            case 48:
                return watchDocument(in);
            case 49:
                return watchLine(in);
            case 50:
                return watchMorning(in);
            case 51:
                return watchOnce(in);
            case 52:
                return watchOwn(in);
            case 53:
                return watchPipeline(in);
            case 54:
                return watchRotate(in);
            case 55:
                return watchRotate(in);
            case 56:
                return watchSchema(in);
            case 57:
                return watchTagged(in);
            default:
                throw unknownRoute(route);
        }
    }

    @Override
    protected void prime() throws Exception {
        front();
        streams();
        watch();
        warm(Order.class);
    }

    /**
     * Actions of orders cancel
     * <br>Actions of orders /orders/{id} GET
     */
    private Object frontAct(Arguments in) throws Exception {
        BedrockAgentRequest request = in.at("request").payload(BedrockAgentRequest.class);
        return front().act(request);
    }

    /**
     * Requests of the skill OrderIntent
     */
    @SuppressWarnings("unchecked")
    private Object frontAlexa(Arguments in) throws Exception {
        Map<String, Object> event = in.at("event").event(Map.class);
        return front().alexa(event);
    }

    /**
     * Authorization of HTTP_API, REST_REQUEST, WEBSOCKET
     */
    private Object frontAllow(Arguments in) throws Exception {
        AuthorizerRequest request = in.at("request").payload(AuthorizerRequest.class);
        return front().allow(request);
    }

    /**
     * Authorization of APPSYNC
     */
    private Object frontAllowGraph(Arguments in) throws Exception {
        AuthorizerRequest request = in.at("request").payload(AuthorizerRequest.class);
        return front().allowGraph(request);
    }

    /**
     * Authorization of REST_TOKEN
     */
    private Object frontAllowToken(Arguments in) throws Exception {
        APIGatewayCustomAuthorizerEvent event = in.at("event").awsEvent(APIGatewayCustomAuthorizerEvent.class);
        return front().allowToken(event);
    }

    /**
     * Lex shop Order FulfillmentCodeHook V2
     * <br>Lex old V1
     */
    private Object frontBot(Arguments in) throws Exception {
        LexRequest request = in.at("request").payload(LexRequest.class);
        return front().bot(request);
    }

    /**
     * AWS IoT BUTTON
     */
    private Object frontButton(Arguments in) throws Exception {
        IoTButtonEvent event = in.at("event").awsEvent(IoTButtonEvent.class);
        front().button(event);
        return null;
    }

    /**
     * Calls of the flows of any
     */
    private Object frontCall(Arguments in) throws Exception {
        ConnectEvent event = in.at("event").awsEvent(ConnectEvent.class);
        return front().call(event);
    }

    /**
     * AWS IoT CUSTOM_AUTHORIZER
     */
    @SuppressWarnings("unchecked")
    private Object frontDevice(Arguments in) throws Exception {
        Map<String, Object> event = in.at("event").event(Map.class);
        return front().device(event);
    }

    /**
     * Logins at s-01234567890abcdef
     */
    private Object frontLogin(Arguments in) throws Exception {
        TransferLogin login = in.at("login").payload(TransferLogin.class);
        return front().login(login);
    }

    /**
     * Requests at images
     */
    private Object frontObject(Arguments in) throws Exception {
        S3ObjectLambdaRequest request = in.at("request").payload(S3ObjectLambdaRequest.class);
        return front().object(request);
    }

    /**
     * WebSocket messages of the route order
     */
    private Object frontOrder(Arguments in) throws Exception {
        Order order = in.at("order").payload(Order.class);
        return front().order(order);
    }

    /**
     * AppSync Query orders PUBLISH
     */
    private Object frontOrders(Arguments in) throws Exception {
        AppSyncRequest request = in.at("request").payload(AppSyncRequest.class);
        return front().orders(request);
    }

    /**
     * AWS IoT PROVISIONING
     */
    @SuppressWarnings("unchecked")
    private Object frontProvision(Arguments in) throws Exception {
        Map<String, Object> event = in.at("event").event(Map.class);
        return front().provision(event);
    }

    /**
     * AppSync /orders/* PUBLISH
     */
    @SuppressWarnings("unchecked")
    private Object frontPublished(Arguments in) throws Exception {
        Map<String, Object> event = in.at("event").event(Map.class);
        front().published(event);
        return null;
    }

    /**
     * AWS IoT RULE
     */
    private Object frontRule(Arguments in) throws Exception {
        Order order = in.at("order").payload(Order.class);
        front().rule(order);
        return null;
    }

    /**
     * User pool events PRE_SIGN_UP, CUSTOM_MESSAGE
     */
    private Object frontSignUp(Arguments in) throws Exception {
        CognitoTriggerEvent event = in.at("event").payload(CognitoTriggerEvent.class);
        front().signUp(event);
        return null;
    }

    /**
     * WebSocket messages of the route $connect
     * <br>WebSocket messages of the route $default
     */
    private Object frontSocket(Arguments in) throws Exception {
        WebSocketEvent event = in.at("event").payload(WebSocketEvent.class);
        front().socket(event);
        return null;
    }

    /**
     * Sync events of any
     */
    private Object frontSync(Arguments in) throws Exception {
        CognitoEvent event = in.at("event").awsEvent(CognitoEvent.class);
        front().sync(event);
        return null;
    }

    /**
     * User pool events PRE_TOKEN_GENERATION eu-west-1_AbCdEfGhI
     */
    @SuppressWarnings("unchecked")
    private Object frontToken(Arguments in) throws Exception {
        Map<String, Object> event = in.at("event").event(Map.class);
        return front().token(event);
    }

    /**
     * Records of clicks
     */
    private Object streamsAnalyse(Arguments in) throws Exception {
        String click = in.at("click").payload(String.class);
        return streams().analyse(click);
    }

    /**
     * Records of orders
     */
    private Object streamsChanged(Arguments in) throws Exception {
        DynamoDbRecord change = in.at("change").payload(DynamoDbRecord.class);
        streams().changed(change);
        return null;
    }

    /**
     * Records of clicks
     */
    private Object streamsClean(Arguments in) throws Exception {
        FirehoseRecord click = in.at("click").payload(FirehoseRecord.class);
        return streams().clean(click);
    }

    /**
     * Records of clicks
     */
    private Object streamsClick(Arguments in) throws Exception {
        String click = in.at("click").payload(String.class);
        streams().click(click);
        return null;
    }

    /**
     * Changes of main shop orders
     */
    private Object streamsDocument(Arguments in) throws Exception {
        Order order = in.at("order").payload(Order.class);
        streams().document(order);
        return null;
    }

    /**
     * Objects of images: s3:ObjectCreated:*
     */
    private Object streamsImage(Arguments in) throws Exception {
        S3Object image = in.at("image").payload(S3Object.class);
        streams().image(image);
        return null;
    }

    /**
     * Records of the topic orders main
     * <br>Records of the topic orders
     */
    private Object streamsKafka(Arguments in) throws Exception {
        KafkaRecord message = in.at("message").payload(KafkaRecord.class);
        streams().kafka(message);
        return null;
    }

    /**
     * Mail for any
     */
    private Object streamsMail(Arguments in) throws Exception {
        SesMessage mail = in.at("mail").payload(SesMessage.class);
        return streams().mail(mail);
    }

    /**
     * Messages of main orders ACTIVEMQ /
     * <br>Messages of fast orders RABBITMQ /shop
     */
    private Object streamsMq(Arguments in) throws Exception {
        List<MqMessage> messages = in.at("messages").payloads(MqMessage.class);
        streams().mq(messages);
        return null;
    }

    /**
     * Messages of the topic ${orders.topic}
     * <br>Messages of the topic arn:aws:sns:eu-west-1:123456789012:returns
     */
    private Object streamsSns(Arguments in) throws Exception {
        Order order = in.at("order").payload(Order.class);
        Context context = in.context();
        streams().sns(order, context);
        return null;
    }

    /**
     * Messages of steps.fifo
     */
    private Object streamsSteps(Arguments in) throws Exception {
        List<Order> orders = in.at("orders").payloads(Order.class);
        return streams().steps(orders);
    }

    /**
     * Tasks of S3 Batch Operations, of any
     */
    private Object streamsTask(Arguments in) throws Exception {
        S3BatchTask task = in.at("task").payload(S3BatchTask.class);
        return streams().task(task);
    }

    /**
     * Records of views
     */
    private Object streamsViews(Arguments in) throws Exception {
        List<KinesisRecord> views = in.at("views").payloads(KinesisRecord.class);
        WindowState<Map<String, Object>> state = in.at("state").state(Types.of(Map.class, String.class, Object.class));
        return streams().views(views, state);
    }

    /**
     * Records of totals
     */
    private Object streamsWindow(Arguments in) throws Exception {
        List<Order> orders = in.at("orders").payloads(Order.class);
        Window window = in.window();
        WindowState<Streams.Totals> state = in.at("state").state(Streams.Totals.class);
        return streams().window(orders, window, state);
    }

    /**
     * Messages of wrapped
     */
    private Object streamsWrapped(Arguments in) throws Exception {
        SnsMessage message = in.at("message").payload(SnsMessage.class);
        streams().wrapped(message);
        return null;
    }

    /**
     * Changes of the alarm too many errors
     */
    private Object watchAlarm(Arguments in) throws Exception {
        CloudWatchMetricAlarmEvent event = in.at("event").awsEvent(CloudWatchMetricAlarmEvent.class);
        watch().alarm(event);
        return null;
    }

    /**
     * Events that fit {"source": ["com.example"], "detail": {"state": [{"prefix": "r"}]}} default
     */
    private Object watchBus(Arguments in) throws Exception {
        EventBridgeEvent event = in.at("event").payload(EventBridgeEvent.class);
        watch().bus(event);
        return null;
    }

    /**
     * Changes of shop
     */
    private Object watchCommit(Arguments in) throws Exception {
        CodeCommitEvent event = in.at("event").awsEvent(CodeCommitEvent.class);
        watch().commit(event);
        return null;
    }

    /**
     * Lifecycle hooks of CodeDeploy, of any
     */
    @SuppressWarnings("unchecked")
    private Object watchDeploy(Arguments in) throws Exception {
        Map<String, Object> event = in.at("event").event(Map.class);
        watch().deploy(event);
        return null;
    }

    /**
     * Log events of /shop/db
     */
    @SuppressWarnings("unchecked")
    private Object watchDocument(Arguments in) throws Exception {
        Map<String, Object> event = in.at("event").event(Map.class);
        watch().document(event);
        return null;
    }

    /**
     * Log events of /shop/web
     */
    private Object watchLine(Arguments in) throws Exception {
        LogEvent event = in.at("event").payload(LogEvent.class);
        watch().line(event);
        return null;
    }

    /**
     * Schedule cron(0 8 ? * MON-FRI *)
     */
    private Object watchMorning(Arguments in) throws Exception {
        Order input = in.at("input").payload(Order.class);
        watch().morning(input);
        return null;
    }

    /**
     * Schedule at(2030-01-31T12:00:00)
     */
    private Object watchOnce(Arguments in) throws Exception {
        watch().once();
        return null;
    }

    /**
     * Events that fit {"source": ["${shop.source}"]} shop
     */
    private Object watchOwn(Arguments in) throws Exception {
        Order detail = in.at("detail").payload(Order.class);
        watch().own(detail);
        return null;
    }

    /**
     * Jobs of CodePipeline, of any
     */
    private Object watchPipeline(Arguments in) throws Exception {
        PipelineJob job = in.at("job").payload(PipelineJob.class);
        return watch().pipeline(job);
    }

    /**
     * Rotation of shop/db CREATE
     * <br>Rotation of shop/db TEST
     */
    private Object watchRotate(Arguments in) throws Exception {
        SecretRotation rotation = in.at("rotation").payload(SecretRotation.class);
        watch().rotate(rotation);
        return null;
    }

    /**
     * Custom resources Custom::Schema
     */
    private Object watchSchema(Arguments in) throws Exception {
        CustomResourceRequest request = in.at("request").payload(CustomResourceRequest.class);
        return watch().schema(request);
    }

    /**
     * Evaluations of the rule tagged
     */
    @SuppressWarnings("unchecked")
    private Object watchTagged(Arguments in) throws Exception {
        Map<String, Object> event = in.at("event").event(Map.class);
        return watch().tagged(event);
    }

    private synchronized Front front() throws Exception {
        if (front == null) {
            front = new Front();
        }
        return front;
    }

    private synchronized Streams streams() throws Exception {
        if (streams == null) {
            streams = new Streams();
        }
        return streams;
    }

    private synchronized Watch watch() throws Exception {
        if (watch == null) {
            watch = new Watch();
        }
        return watch;
    }
}
