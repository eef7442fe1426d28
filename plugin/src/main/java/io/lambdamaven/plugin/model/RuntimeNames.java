package io.lambdamaven.plugin.model;

/**
 * Binary names of the classes that the plugin knows without having them on its class path. A test resolves each of
 * them against the real jars.
 */
public final class RuntimeNames {
    /** The package of the annotations. */
    public static final String ANNOTATION = "io.lambdamaven.annotation.";

    public static final String HTTP_TRIGGER = ANNOTATION + "HttpTrigger";
    public static final String HTTP_TRIGGERS = ANNOTATION + "HttpTriggers";
    public static final String CORS = ANNOTATION + "Cors";
    public static final String WEB_APPLICATION = ANNOTATION + "WebApplication";
    public static final String S3_TRIGGER = ANNOTATION + "S3Trigger";
    public static final String S3_TRIGGERS = ANNOTATION + "S3Triggers";
    public static final String SCHEDULE_TRIGGER = ANNOTATION + "ScheduleTrigger";
    public static final String SCHEDULE_TRIGGERS = ANNOTATION + "ScheduleTriggers";
    public static final String COMMAND = ANNOTATION + "Command";
    public static final String IDEMPOTENT = ANNOTATION + "Idempotent";
    public static final String TASK = ANNOTATION + "Task";
    public static final String TASK_TRANSPORT = ANNOTATION + "TaskTransport";
    public static final String TASKS = "io.lambdamaven.api.Tasks";
    public static final String TASK_TABLE = "io.lambdamaven.runtime.task.TaskTable";
    public static final String ONCE = "io.lambdamaven.runtime.task.Once";
    public static final String TASK_SENDER = "io.lambdamaven.runtime.task.TaskSender";
    public static final String AWS = "io.lambdamaven.runtime.aws.Aws";
    public static final String INVOKE_TRIGGER = ANNOTATION + "InvokeTrigger";
    public static final String LAMBDA_FUNCTION = ANNOTATION + "LambdaFunction";
    public static final String PERMISSION = ANNOTATION + "Permission";
    public static final String PERMISSIONS = ANNOTATION + "Permissions";
    public static final String INSTANCE_FACTORY = ANNOTATION + "InstanceFactory";
    public static final String JSON_MAPPER = ANNOTATION + "JsonMapper";
    public static final String EXCEPTION_HANDLER = ANNOTATION + "ExceptionHandler";
    public static final String INTERCEPT = ANNOTATION + "Intercept";
    public static final String PRIME = ANNOTATION + "Prime";
    public static final String AFTER_RESTORE = ANNOTATION + "AfterRestore";
    public static final String PATH_PARAM = ANNOTATION + "PathParam";
    public static final String QUERY_PARAM = ANNOTATION + "QueryParam";
    public static final String HEADER_PARAM = ANNOTATION + "HeaderParam";
    public static final String COOKIE_PARAM = ANNOTATION + "CookieParam";
    public static final String CLAIM = ANNOTATION + "Claim";
    public static final String FORM_PARAM = ANNOTATION + "FormParam";
    public static final String ARGUMENT = ANNOTATION + "Argument";

    public static final String SETTING = ANNOTATION + "Setting";

    /** The package of the types that users' code handles. */
    public static final String API = "io.lambdamaven.api.";

    public static final String INVOCATION = API + "Invocation";
    public static final String CONNECTIONS = API + "Connections";
    public static final String INTERCEPTOR = API + "Interceptor";
    public static final String HTTP_EXCEPTION = API + "HttpException";
    public static final String HTTP_REQUEST = API + "HttpRequest";
    public static final String HTTP_RESPONSE = API + "HttpResponse";
    public static final String CALLER = API + "Caller";
    public static final String FORM_PART = API + "FormPart";
    public static final String S3_OBJECT = API + "S3Object";
    public static final String INSTANCE_PROVIDER = API + "InstanceProvider";

    public static final String ROUTED_HANDLER = "io.lambdamaven.runtime.RoutedHandler";
    public static final String OPEN_API_DOCUMENT = "io.lambdamaven.runtime.document.OpenApiDocument";
    public static final String SOCKET_CLIENT = "io.lambdamaven.runtime.socket.SocketClient";
    public static final String WEB_HOST = "io.lambdamaven.runtime.web.WebHost";
    public static final String ROUTE_TABLE = "io.lambdamaven.runtime.route.RouteTable";
    public static final String HTTP_TERMS = "io.lambdamaven.runtime.route.HttpTerms";
    public static final String EVENT_KIND = "io.lambdamaven.runtime.event.EventKind";
    public static final String ARGUMENTS = "io.lambdamaven.runtime.bind.Arguments";
    public static final String BIND_EXCEPTION = "io.lambdamaven.runtime.bind.BindException";
    public static final String CALLERS = "io.lambdamaven.runtime.caller.Callers";
    public static final String FORM = "io.lambdamaven.runtime.form.Form";
    public static final String VALIDATION = "io.lambdamaven.runtime.validation.Validation";
    public static final String INJECTED = "io.lambdamaven.runtime.config.Injected";
    public static final String TYPES = "io.lambdamaven.runtime.bind.Types";

    public static final String OBJECT_MAPPER_PROVIDER = "io.lambdamaven.runtime.json.ObjectMapperProvider";
    public static final String JSON_MAPPERS = "io.lambdamaven.runtime.json.JsonMappers";

    public static final String CONTEXT = "com.amazonaws.services.lambda.runtime.Context";

    /** The package of AWS's own event classes. */
    public static final String AWS_EVENTS = "com.amazonaws.services.lambda.runtime.events.";

    public static final String HTTP_V2_EVENT = AWS_EVENTS + "APIGatewayV2HTTPEvent";
    public static final String HTTP_V1_EVENT = AWS_EVENTS + "APIGatewayProxyRequestEvent";
    public static final String ALB_EVENT = AWS_EVENTS + "ApplicationLoadBalancerRequestEvent";
    public static final String S3_EVENT = AWS_EVENTS + "S3Event";
    public static final String SCHEDULED_EVENT = AWS_EVENTS + "ScheduledEvent";

    public static final String JSON_NODE = "com.fasterxml.jackson.databind.JsonNode";

    private RuntimeNames() {}
}
