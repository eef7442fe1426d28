package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.S3BatchEvent;
import com.amazonaws.services.lambda.runtime.events.S3BatchResponse;
import io.lambdamaven.api.S3BatchResult;
import io.lambdamaven.api.S3BatchTask;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class S3BatchLineTest {
    private static final String V1 = """
            {"invocationSchemaVersion":"1.0","invocationId":"inv","job":{"id":"job"},
             "tasks":[{"taskId":"t1","s3Key":"a+b%2Fc.jpg","s3VersionId":"1","s3BucketArn":"arn:aws:s3:::pictures"}]}""";
    private static final String V2 = """
            {"invocationSchemaVersion":"2.0","invocationId":"inv","job":{"id":"job","userArguments":{"k":"v"}},
             "tasks":[{"taskId":"t1","s3Key":"a+b.jpg","s3VersionId":null,"s3Bucket":"pictures"}]}""";

    private final Invocation context = Invocation.live();

    @Test
    void bothSchemasAreTakenAndEchoed() throws IOException {
        List<S3BatchTask> tasks = new ArrayList<>();
        MethodHandler handler = each("", in -> {
            tasks.add(in.payload(S3BatchTask.class));
            return "done";
        });

        assertThat(handler.invoke(V1, context))
                .isEqualTo("{\"invocationSchemaVersion\":\"1.0\",\"treatMissingKeysAs\":\"PermanentFailure\","
                        + "\"invocationId\":\"inv\",\"results\":[{\"taskId\":\"t1\",\"resultCode\":\"Succeeded\","
                        + "\"resultString\":\"done\"}]}");
        assertThat(handler.invoke(V2, context)).contains("\"invocationSchemaVersion\":\"2.0\"");
        assertThat(tasks)
                .containsExactly(
                        new S3BatchTask("t1", "pictures", "a b/c.jpg", "1", "job", Map.of()),
                        new S3BatchTask("t1", "pictures", "a+b.jpg", null, "job", Map.of("k", "v")));
    }

    @Test
    void resultsAndExceptionsBecomeCodes() throws IOException {
        assertThat(each("TemporaryFailure", in -> S3BatchResult.retry("later")).invoke(V2, context))
                .contains("\"treatMissingKeysAs\":\"TemporaryFailure\"")
                .contains("\"resultCode\":\"TemporaryFailure\",\"resultString\":\"later\"");
        assertThat(each("", in -> S3BatchResult.failed("never")).invoke(V2, context))
                .contains("\"resultCode\":\"PermanentFailure\",\"resultString\":\"never\"");
        assertThat(each("", in -> null).invoke(V2, context))
                .contains("\"resultCode\":\"Succeeded\",\"resultString\":\"\"");
        assertThat(each("", in -> {
                            throw new IllegalStateException("x".repeat(2000));
                        })
                        .invoke(V2, context))
                .contains("\"resultCode\":\"PermanentFailure\",\"resultString\":\"" + "x".repeat(1024) + "\"}");
        assertThat(context.log).singleElement().asString().contains("task t1 failed");
    }

    @Test
    void aTaskCloseToTheDeadlineIsTriedAgain() throws IOException {
        context.remaining.add(499);

        assertThat(each("", in -> "done").invoke(V2, context)).contains("TemporaryFailure", "not started");
    }

    @Test
    void awsClassesAreTakenAndReturned() throws IOException {
        MethodHandler handler = MethodHandler.of(EventKind.S3_BATCH, RouteTable.WHOLE, "", in -> {
            S3BatchEvent event = in.awsEvent(S3BatchEvent.class);
            return S3BatchResponse.fromS3BatchEvent(event)
                    .withResults(List.of(new S3BatchResponse.Result(
                            event.getTasks().get(0).getTaskId(), S3BatchResponse.ResultCode.Succeeded, "ok")))
                    .build();
        });

        assertThat(handler.invoke(V1, context))
                .contains("\"invocationId\":\"inv\"", "\"taskId\":\"t1\"", "\"resultCode\":\"Succeeded\"");
        MethodHandler silent = MethodHandler.of(EventKind.S3_BATCH, RouteTable.WHOLE, "", in -> null);
        assertThat(silent.invoke(V1, context)).contains("\"resultCode\":\"Succeeded\"");
    }

    private static MethodHandler each(String mode, MethodHandler.Method method) {
        return MethodHandler.of(EventKind.S3_BATCH, RouteTable.EACH, mode, method);
    }
}
