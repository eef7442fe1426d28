package io.lambdamaven.plugin.testing;

import java.nio.file.Path;

/** A project that has every trigger of the catalogue, and of each the forms that differ. */
public final class EveryTrigger {
    private static final String HEAD = """
            package com.example.all;

            import com.amazonaws.services.lambda.runtime.Context;
            import com.amazonaws.services.lambda.runtime.events.*;
            import io.lambdamaven.annotation.*;
            import io.lambdamaven.api.*;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;

            """;

    private EveryTrigger() {}

    public static UserProject in(Path folder) {
        return new UserProject(folder)
                .with("package com.example.all; public record Order(String id, int count) {}")
                .with(HEAD + """
                        public class Streams {
                            public record Totals(int orders) {}

                            @SqsTrigger(queue = "wrapped", unwrap = true, parallel = true)
                            public void wrapped(SnsMessage message) {}

                            @SqsTrigger(queue = "steps.fifo", continueOnFailure = true)
                            public List<String> steps(List<Order> orders) {
                                return List.of();
                            }

                            @SnsTrigger(topic = "${orders.topic}", filterPolicy = "{\\"store\\": [\\"berlin\\"]}")
                            @SnsTrigger(topic = "arn:aws:sns:eu-west-1:123456789012:returns")
                            public void sns(Order order, Context context) {}

                            @DynamoDbTrigger(table = "orders", maximumRetryAttempts = 3, bisectBatchOnError = true)
                            public void changed(DynamoDbRecord change) {}

                            @DynamoDbTrigger(table = "totals", tumblingWindow = 60)
                            public Totals window(List<Order> orders, Window window, WindowState<Totals> state) {
                                return new Totals(orders.size());
                            }

                            @KinesisTrigger(stream = "clicks", startingPosition = StartingPosition.TRIM_HORIZON)
                            public void click(String click) {}

                            @KinesisTrigger(stream = "views", tumblingWindow = 30)
                            public Map<String, Object> views(List<KinesisRecord> views, WindowState<Map<String, Object>> state) {
                                return Map.of();
                            }

                            @KafkaTrigger(topic = "orders", cluster = "main")
                            @KafkaTrigger(topic = "orders", bootstrapServers = "${kafka.server}")
                            public void kafka(KafkaRecord message) {}

                            @MqTrigger(broker = "main", queue = "orders", engine = MqEngine.ACTIVEMQ)
                            @MqTrigger(broker = "fast", queue = "orders", engine = MqEngine.RABBITMQ, virtualHost = "/shop")
                            public void mq(List<MqMessage> messages) {}

                            @DocumentDbTrigger(cluster = "main", database = "shop", collection = "orders")
                            public void document(Order order) {}

                            @FirehoseTrigger(stream = "clicks")
                            public FirehoseResult clean(FirehoseRecord click) {
                                return null;
                            }

                            @KinesisAnalyticsTrigger(application = "clicks")
                            public String analyse(String click) {
                                return click;
                            }

                            @S3BatchTrigger(treatMissingKeysAs = MissingKeys.SUCCESS)
                            public S3BatchResult task(S3BatchTask task) {
                                return null;
                            }

                            @S3Trigger(bucket = "images", suffix = ".png", eventBridge = true)
                            public void image(S3Object image) {}

                            @SesTrigger(recipients = "example.com", synchronous = true)
                            public SesDisposition mail(SesMessage mail) {
                                return SesDisposition.CONTINUE;
                            }
                        }
                        """)
                .with(HEAD + """
                        public class Watch {
                            @EventBridgeTrigger(pattern = "{\\"source\\": [\\"com.example\\"], \\"detail\\": {\\"state\\": [{\\"prefix\\": \\"r\\"}]}}")
                            public void bus(EventBridgeEvent event) {}

                            @EventBridgeTrigger(pattern = "{\\"source\\": [\\"${shop.source}\\"]}", bus = "shop")
                            public void own(Order detail) {}

                            @ScheduleTrigger(value = "cron(0 8 ? * MON-FRI *)", timeZone = "Europe/Berlin", input = "{\\"id\\": \\"1\\"}")
                            public void morning(Order input) {}

                            @ScheduleTrigger("at(2030-01-31T12:00:00)")
                            public void once() {}

                            @LogsTrigger(logGroup = "/shop/web")
                            public void line(LogEvent event) {}

                            @LogsTrigger(logGroup = "/shop/db", filterPattern = "ERROR")
                            public void document(Map<String, Object> event) {}

                            @AlarmTrigger(alarm = "too many errors")
                            public void alarm(CloudWatchMetricAlarmEvent event) {}

                            @CodeCommitTrigger(repository = "shop")
                            public void commit(CodeCommitEvent event) {}

                            @ConfigTrigger(rule = "tagged", resourceTypes = "AWS::EC2::Instance")
                            public ConfigEvaluation.Compliance tagged(Map<String, Object> event) {
                                return ConfigEvaluation.Compliance.COMPLIANT;
                            }

                            @CloudFormationTrigger(resourceType = "Custom::Schema")
                            public CustomResourceResult schema(CustomResourceRequest request) {
                                return null;
                            }

                            @CodePipelineTrigger
                            public PipelineResult pipeline(PipelineJob job) {
                                return null;
                            }

                            @CodeDeployTrigger
                            public void deploy(Map<String, Object> event) {}

                            @SecretRotationTrigger(secret = "shop/db", value = SecretStep.CREATE)
                            @SecretRotationTrigger(secret = "shop/db", value = SecretStep.TEST)
                            public void rotate(SecretRotation rotation) {}
                        }
                        """)
                .with(HEAD + """
                        public class Front {
                            @CognitoTrigger({CognitoEventType.PRE_SIGN_UP, CognitoEventType.CUSTOM_MESSAGE})
                            public void signUp(CognitoTriggerEvent event) {}

                            @CognitoTrigger(value = CognitoEventType.PRE_TOKEN_GENERATION, userPool = "eu-west-1_AbCdEfGhI")
                            public Map<String, Object> token(Map<String, Object> event) {
                                return event;
                            }

                            @CognitoSyncTrigger
                            public void sync(CognitoEvent event) {}

                            @AuthorizerTrigger({AuthorizerType.HTTP_API, AuthorizerType.REST_REQUEST, AuthorizerType.WEBSOCKET})
                            public AuthorizerResult allow(AuthorizerRequest request) {
                                return null;
                            }

                            @AuthorizerTrigger(AuthorizerType.REST_TOKEN)
                            public boolean allowToken(APIGatewayCustomAuthorizerEvent event) {
                                return true;
                            }

                            @AuthorizerTrigger(AuthorizerType.APPSYNC)
                            public boolean allowGraph(AuthorizerRequest request) {
                                return true;
                            }

                            @TransferTrigger(server = "s-01234567890abcdef")
                            public Optional<TransferUser> login(TransferLogin login) {
                                return Optional.empty();
                            }

                            @WebSocketTrigger("$connect")
                            @WebSocketTrigger("$default")
                            public void socket(WebSocketEvent event) {}

                            @WebSocketTrigger("order")
                            public Order order(Order order) {
                                return order;
                            }

                            @AppSyncTrigger(type = "Query", field = "orders")
                            public List<Order> orders(AppSyncRequest request) {
                                return List.of();
                            }

                            @AppSyncTrigger(channel = "/orders/*")
                            public void published(Map<String, Object> event) {}

                            @LexTrigger(bot = "shop", intent = "Order", source = "FulfillmentCodeHook")
                            @LexTrigger(bot = "old", version = LexVersion.V1)
                            public LexResponse bot(LexRequest request) {
                                return null;
                            }

                            @ConnectTrigger
                            public Map<String, String> call(ConnectEvent event) {
                                return Map.of();
                            }

                            @BedrockAgentTrigger(actionGroup = "orders", function = "cancel")
                            @BedrockAgentTrigger(actionGroup = "orders", apiPath = "/orders/{id}", method = "GET")
                            public BedrockAgentResponse act(BedrockAgentRequest request) {
                                return null;
                            }

                            @AlexaTrigger(request = "OrderIntent")
                            public Map<String, Object> alexa(Map<String, Object> event) {
                                return event;
                            }

                            @S3ObjectLambdaTrigger(accessPoint = "images")
                            public ObjectLambdaResponse object(S3ObjectLambdaRequest request) {
                                return null;
                            }

                            @IotTrigger(value = IotEvent.RULE, sql = "SELECT * FROM 'orders/+'")
                            public void rule(Order order) {}

                            @IotTrigger(IotEvent.BUTTON)
                            public void button(IoTButtonEvent event) {}

                            @IotTrigger(IotEvent.CUSTOM_AUTHORIZER)
                            public IotAuthorization device(Map<String, Object> event) {
                                return null;
                            }

                            @IotTrigger(IotEvent.PROVISIONING)
                            public boolean provision(Map<String, Object> event) {
                                return true;
                            }
                        }
                        """);
    }
}
