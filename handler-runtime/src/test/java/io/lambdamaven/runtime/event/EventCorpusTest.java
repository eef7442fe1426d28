package io.lambdamaven.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Real payloads of every service: a folder named by {@code -Dlambda.events=} with an {@code index.tsv} of path and kind.
 * What the project's own fixtures show one by one, this shows on samples nobody here wrote.
 */
class EventCorpusTest {
    /**
     * A function URL's sample cut down until nothing tells it from an HTTP API's: its {@code requestContext} has no
     * {@code domainName}.
     */
    private static final String AMBIGUOUS = "function-url--zappa--asgi-v2-function-url-l25.json";

    /** The corpus's names of kinds, with ours. */
    private static final Map<String, EventKind> KINDS = Map.ofEntries(
            Map.entry("activemq", EventKind.ACTIVEMQ),
            Map.entry("alb", EventKind.ALB),
            Map.entry("alb-multivalue", EventKind.ALB),
            Map.entry("alexa", EventKind.ALEXA),
            Map.entry("apigw-test-invoke", EventKind.REST_API),
            Map.entry("appsync", EventKind.APPSYNC),
            Map.entry("appsync-authorizer", EventKind.APPSYNC_AUTHORIZER),
            Map.entry("authorizer-request-v1", EventKind.AUTHORIZER_V1),
            Map.entry("authorizer-request-v2", EventKind.AUTHORIZER_V2),
            Map.entry("authorizer-token", EventKind.AUTHORIZER_TOKEN),
            Map.entry("autoscaling", EventKind.EVENTBRIDGE),
            Map.entry("bedrock-agent", EventKind.BEDROCK_AGENT),
            Map.entry("cloudformation", EventKind.CLOUDFORMATION),
            Map.entry("cloudfront", EventKind.CLOUDFRONT),
            Map.entry("cloudwatch-alarm", EventKind.ALARM),
            Map.entry("cloudwatch-logs", EventKind.LOGS),
            Map.entry("codecommit", EventKind.CODECOMMIT),
            Map.entry("codedeploy-hook", EventKind.CODEDEPLOY),
            Map.entry("codepipeline", EventKind.CODEPIPELINE),
            Map.entry("cognito-sync", EventKind.COGNITO_SYNC),
            Map.entry("command", EventKind.COMMAND),
            Map.entry("config", EventKind.CONFIG),
            Map.entry("connect", EventKind.CONNECT),
            Map.entry("documentdb", EventKind.DOCUMENTDB),
            Map.entry("dynamodb", EventKind.DYNAMODB),
            Map.entry("dynamodb-window", EventKind.DYNAMODB),
            Map.entry("eventbridge", EventKind.EVENTBRIDGE),
            Map.entry("firehose", EventKind.FIREHOSE),
            Map.entry("function-url", EventKind.FUNCTION_URL),
            Map.entry("http-api-v2", EventKind.HTTP_API),
            Map.entry("iot-1-click", EventKind.IOT),
            Map.entry("iot-button", EventKind.IOT),
            Map.entry("iot-custom-auth", EventKind.IOT),
            Map.entry("iot-preprovision-hook", EventKind.IOT),
            Map.entry("kafka-msk", EventKind.MSK),
            Map.entry("kafka-self-managed", EventKind.KAFKA),
            Map.entry("kinesis", EventKind.KINESIS),
            Map.entry("kinesis-window", EventKind.KINESIS),
            Map.entry("lex-v1", EventKind.LEX_V1),
            Map.entry("lex-v2", EventKind.LEX_V2),
            Map.entry("rabbitmq", EventKind.RABBITMQ),
            Map.entry("raw-command", EventKind.DIRECT),
            Map.entry("rest-api-v1", EventKind.REST_API),
            Map.entry("s3", EventKind.S3),
            Map.entry("s3-batch", EventKind.S3_BATCH),
            Map.entry("s3-eventbridge", EventKind.EVENTBRIDGE),
            Map.entry("s3-object-lambda", EventKind.S3_OBJECT_LAMBDA),
            Map.entry("schedule", EventKind.SCHEDULE),
            Map.entry("secretsmanager-rotation", EventKind.SECRET_ROTATION),
            Map.entry("ses", EventKind.SES),
            Map.entry("sns", EventKind.SNS),
            Map.entry("sqs", EventKind.SQS),
            Map.entry("sqs-with-sns", EventKind.SQS),
            Map.entry("stepfunctions", EventKind.DIRECT),
            Map.entry("transfer-family", EventKind.TRANSFER),
            Map.entry("vpc-lattice-v1", EventKind.LATTICE_V1),
            Map.entry("vpc-lattice-v2", EventKind.LATTICE_V2),
            Map.entry("websocket-connect", EventKind.WEBSOCKET),
            Map.entry("websocket-disconnect", EventKind.WEBSOCKET),
            Map.entry("websocket-message", EventKind.WEBSOCKET));

    /** Where the corpus is finer than our kinds, the event's own word has to tell. */
    private static final Map<String, String> DETAILS = Map.ofEntries(
            Map.entry("alb", ""),
            Map.entry("alb-multivalue", "multi-value"),
            Map.entry("apigw-test-invoke", "test-invoke-stage"),
            Map.entry("autoscaling", "aws.autoscaling"),
            Map.entry("dynamodb", ""),
            Map.entry("dynamodb-window", "window"),
            Map.entry("kinesis", ""),
            Map.entry("kinesis-window", "window"),
            Map.entry("s3-eventbridge", "aws.s3"),
            Map.entry("websocket-connect", "CONNECT"),
            Map.entry("websocket-disconnect", "DISCONNECT"),
            Map.entry("websocket-message", "MESSAGE"));

    @Test
    void everyPayloadGetsItsKind() throws IOException {
        String folder = System.getProperty("lambda.events", "");
        assumeThat(folder)
                .as("name a folder of sample events with -Dlambda.events=DIR to check them all")
                .isNotBlank();
        Path corpus = Path.of(folder);
        assertThat(corpus).as("-Dlambda.events takes an absolute path").isAbsolute();

        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (String line : Files.readAllLines(corpus.resolve("index.tsv"))) {
            String[] columns = line.split("\t", -1);
            if (columns[0].equals("path")) {
                continue;
            }
            Event event = Recognizer.recognize(Files.readAllBytes(corpus.resolve(columns[0])), true);
            seen++;
            if (!isRight(columns[1], event)) {
                wrong.add(columns[0] + " is taken for " + event);
            }
        }
        assertThat(seen).isPositive();
        assertThat(wrong).allMatch(path -> path.contains(AMBIGUOUS)).hasSizeLessThanOrEqualTo(1);
    }

    private static boolean isRight(String corpusKind, Event event) {
        if (corpusKind.equals("other")) {
            return event.kind() == EventKind.DIRECT
                    || event.kind() == EventKind.KINESIS_ANALYTICS
                    || event.kind() == EventKind.DESTINATION;
        }
        if (corpusKind.startsWith("cognito-") && !corpusKind.equals("cognito-sync")) {
            return event.kind() == EventKind.COGNITO && isCognito(corpusKind, event.detail());
        }
        String detail = DETAILS.get(corpusKind);
        return event.kind() == KINDS.get(corpusKind) && (detail == null || detail.equals(event.detail()));
    }

    /** {@code cognito-pre-sign-up} is {@code PreSignUp_...}; a few triggers are named by what they are for. */
    private static boolean isCognito(String corpusKind, String triggerSource) {
        String name = triggerSource.substring(0, Math.max(0, triggerSource.indexOf('_')));
        StringBuilder kind = new StringBuilder("cognito");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            kind.append(Character.isUpperCase(c) ? "-" : "").append(Character.toLowerCase(c));
        }
        String ours = switch (kind.toString()) {
            case "cognito-token-generation" -> "cognito-pre-token-generation";
            case "cognito-custom-s-m-s-sender" -> "cognito-custom-sms-sender";
            case "cognito-verify-auth-challenge-response" -> "cognito-verify-auth-challenge";
            case "cognito-create-auth-challenge-response" -> "cognito-create-auth-challenge";
            default -> kind.toString();
        };
        return ours.equals(corpusKind);
    }
}
