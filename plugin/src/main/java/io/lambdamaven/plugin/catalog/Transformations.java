package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.catalog.Results.Shape;
import java.util.List;

/** Streams that a function changes record by record on their way. */
final class Transformations {
    private static final Results EACH =
            Results.of(Shape.TEXT, Shape.BYTES, Shape.OWN).api("FirehoseResult");

    static final List<ServiceKind> KINDS = List.of(firehose(), kinesisAnalytics());

    private Transformations() {}

    private static ServiceKind firehose() {
        return ServiceKind.of(
                        "firehose",
                        "FirehoseTrigger",
                        Attribute.text("stream")
                                .identity()
                                .resource(
                                        "a Firehose stream",
                                        "[A-Za-z0-9_.-]{1,64}",
                                        "a name of up to 64 letters, digits and _.-",
                                        "firehose",
                                        "deliverystream/[A-Za-z0-9_.-]{1,64}"))
                .events("Records of")
                .row("FIREHOSE", "stream")
                .gives(Forms.ofRecords("FirehoseRecord").aws("KinesisFirehoseEvent", "MSKFirehoseEvent"))
                .answers(
                        EACH,
                        Results.of(Shape.TEXT, Shape.TREE, Shape.OWN)
                                .aws("KinesisAnalyticsInputPreprocessingResponse", "MSKFirehoseResponse"))
                .wiring("name {alias} as the stream's transformation, and let the stream's role have"
                        + " lambda:InvokeFunction and lambda:GetFunctionConfiguration on {alias}");
    }

    private static ServiceKind kinesisAnalytics() {
        return ServiceKind.of(
                        "kinesis-analytics",
                        "KinesisAnalyticsTrigger",
                        Attribute.text("application")
                                .identity()
                                .resource(
                                        "a Kinesis Data Analytics application",
                                        "[A-Za-z0-9_.-]{1,128}",
                                        "a name of up to 128 letters, digits and _.-",
                                        "kinesisanalytics",
                                        "application/[A-Za-z0-9_.-]{1,128}"))
                .events("Records of")
                .row("KINESIS_ANALYTICS", "application")
                .gives(Forms.ofRecords("FirehoseRecord")
                        .aws(
                                "KinesisAnalyticsFirehoseInputPreprocessingEvent",
                                "KinesisAnalyticsStreamsInputPreprocessingEvent",
                                "KinesisAnalyticsOutputDeliveryEvent"))
                .answers(
                        EACH,
                        Results.of(Shape.TEXT, Shape.TREE, Shape.OWN)
                                .aws(
                                        "KinesisAnalyticsInputPreprocessingResponse",
                                        "KinesisAnalyticsOutputDeliveryResponse"))
                .wiring("name {alias} in the application's input or output, and let its role have"
                        + " lambda:InvokeFunction and lambda:GetFunctionConfiguration on {alias}");
    }
}
