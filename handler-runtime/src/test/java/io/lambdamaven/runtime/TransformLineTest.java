package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsInputPreprocessingResponse;
import com.amazonaws.services.lambda.runtime.events.KinesisFirehoseEvent;
import io.lambdamaven.api.FirehoseRecord;
import io.lambdamaven.api.FirehoseResult;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.route.RouteTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransformLineTest {
    record Click(String page) {}

    private final Invocation context = Invocation.live();

    @Test
    void everyRecordIsAnsweredInOrder() throws IOException {
        MethodHandler handler = each(in -> {
            FirehoseRecord record = in.payload(FirehoseRecord.class);
            return switch (record.text()) {
                case "keep" -> FirehoseResult.ok("kept");
                case "split" -> FirehoseResult.ok(bytes("s"), Map.of("year", "2026"));
                case "drop" -> FirehoseResult.dropped();
                case "refuse" -> FirehoseResult.failed();
                default -> throw new IllegalStateException("no " + record.recordId());
            };
        });

        assertThat(handler.invoke(event("keep", "split", "drop", "refuse", "break"), context))
                .isEqualTo("{\"records\":["
                        + "{\"recordId\":\"1\",\"result\":\"Ok\",\"data\":\"a2VwdA==\"},"
                        + "{\"recordId\":\"2\",\"result\":\"Ok\",\"data\":\"cw==\","
                        + "\"metadata\":{\"partitionKeys\":{\"year\":\"2026\"}}},"
                        + "{\"recordId\":\"3\",\"result\":\"Dropped\",\"data\":\"ZHJvcA==\"},"
                        + "{\"recordId\":\"4\",\"result\":\"ProcessingFailed\",\"data\":\"cmVmdXNl\"},"
                        + "{\"recordId\":\"5\",\"result\":\"ProcessingFailed\",\"data\":\"YnJlYWs=\"}]}");
        assertThat(context.log).singleElement().asString().contains("record 5 failed", "no 5");
    }

    @Test
    void textsBytesAndValuesAreTheNewData() throws IOException {
        assertThat(each(in -> in.payload(String.class) + "!").invoke(event("a"), context))
                .contains(base64("a!"));
        assertThat(each(in -> bytes("b")).invoke(event("a"), context)).contains(base64("b"));
        assertThat(each(in -> in.payload(Click.class)).invoke(event("{\"page\":\"/\"}"), context))
                .contains(base64("{\"page\":\"/\"}"));
    }

    @Test
    void nothingAndFaultsFailTheirRecord() throws IOException {
        assertThat(each(in -> null).invoke(event("a"), context)).contains("ProcessingFailed");
        assertThat(context.log).singleElement().asString().contains("FirehoseResult.dropped()");
        assertThat(each(in -> in.payload(String.class)).invoke(event("a").replace("YQ==", "!!"), context))
                .contains("ProcessingFailed");
        assertThat(context.log.get(1)).contains("the data of record 1 is not base64");
    }

    @Test
    void recordsOfKafkaKeepTheirNameForTheData() throws IOException {
        String event = event("a").replace("\"data\"", "\"kafkaRecordValue\"");

        assertThat(each(in -> in.payload(String.class)).invoke(event, context))
                .isEqualTo("{\"records\":[{\"recordId\":\"1\",\"result\":\"Ok\",\"kafkaRecordValue\":\"YQ==\"}]}");
    }

    @Test
    void anAnswerThatLambdaWouldRefuseIsAnErrorThatSaysSo() {
        assertThatThrownBy(() -> each(in -> "x".repeat(5_000_000)).invoke(event("a"), context))
                .hasMessage("the answer to Data Firehose has 6666722 bytes, of which Lambda takes 6291556: make the"
                        + " buffer of its transformation (BufferSizeInMBs) smaller, or the results");
    }

    @Test
    void aMethodThatTakesAllAnswersForItself() throws IOException {
        MethodHandler handler = whole(in -> {
            KinesisFirehoseEvent event = in.awsEvent(KinesisFirehoseEvent.class);
            KinesisAnalyticsInputPreprocessingResponse.Record record =
                    new KinesisAnalyticsInputPreprocessingResponse.Record();
            record.setRecordId(event.getRecords().get(0).getRecordId());
            record.setResult(KinesisAnalyticsInputPreprocessingResponse.Result.Ok);
            record.setData(ByteBuffer.wrap(bytes("b")));
            KinesisAnalyticsInputPreprocessingResponse response = new KinesisAnalyticsInputPreprocessingResponse();
            response.setRecords(List.of(record));
            return response;
        });

        assertThat(handler.invoke(event("a"), context)).contains("\"result\":\"Ok\"", "\"data\":\"Yg==\"");
        assertThat(whole(in -> "{\"records\":[]}").invoke(event("a"), context)).isEqualTo("{\"records\":[]}");
        assertThatThrownBy(() -> whole(in -> null).invoke(event("a"), context))
                .hasMessage("Test.method returned nothing: Data Firehose waits for a result of every record");
    }

    @Test
    void anApplicationsOutputIsAnsweredWithoutData() throws IOException {
        String event = """
                {"invocationId":"i","applicationArn":"arn:aws:kinesisanalytics:eu-central-1:1:application/app",
                 "records":[{"recordId":"1","lambdaDeliveryRecordMetadata":{"retryHint":0},"data":"YQ=="},
                            {"recordId":"2","lambdaDeliveryRecordMetadata":{"retryHint":0},"data":"Yg=="}]}""";
        MethodHandler handler = MethodHandler.of(
                EventKind.KINESIS_ANALYTICS,
                RouteTable.EACH,
                "",
                in -> {
                    if (in.payload(String.class).equals("b")) {
                        throw new IllegalStateException("no");
                    }
                    return null;
                },
                "app");

        assertThat(handler.invoke(event, context))
                .isEqualTo("{\"records\":[{\"recordId\":\"1\",\"result\":\"Ok\"},"
                        + "{\"recordId\":\"2\",\"result\":\"DeliveryFailed\"}]}");
    }

    @Test
    void aRecordThatCannotBeStartedFailsTheInvocation() {
        context.remaining.addAll(List.of(30_000, 499));

        assertThatThrownBy(() -> each(in -> "b").invoke(event("a", "a"), context))
                .hasMessageContaining("record 2 was not started because less than 500 ms are left");
    }

    private static MethodHandler each(MethodHandler.Method method) {
        return MethodHandler.of(EventKind.FIREHOSE, RouteTable.EACH, "", method, "clicks");
    }

    private static MethodHandler whole(MethodHandler.Method method) {
        return MethodHandler.of(EventKind.FIREHOSE, RouteTable.WHOLE, "", method, "clicks");
    }

    private static String event(String... data) {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < data.length; i++) {
            records.append(i == 0 ? "" : ",").append("""
                    {"recordId":"%d","approximateArrivalTimestamp":1495072949453,"data":"%s"}""".formatted(i + 1, base64(data[i])));
        }
        return """
                {"invocationId":"i","deliveryStreamArn":"arn:aws:firehose:eu-central-1:123456789012:deliverystream/clicks",
                 "region":"eu-central-1","records":[%s]}""".formatted(records);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
