package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.catalog.Forms.Part;
import java.util.List;

/** Logs and alarms. */
final class Observation {
    static final List<ServiceKind> KINDS = List.of(logs(), alarm());

    private Observation() {}

    private static ServiceKind logs() {
        return ServiceKind.of(
                        "logs",
                        "LogsTrigger",
                        Attribute.text("logGroup")
                                .mandatory()
                                .identity()
                                .resource(
                                        "a log group",
                                        "[A-Za-z0-9_/.#-]{1,512}",
                                        "a name of up to 512 letters, digits and _/.#-",
                                        "logs",
                                        "log-group:[A-Za-z0-9_/.#-]{1,512}(:\\*)?"),
                        Attribute.text("filterPattern").check(new Check.Length(1024)))
                .events("Log events of")
                .row("LOGS", "logGroup")
                .gives(Forms.ofRecords("LogEvent").own(Part.PAYLOAD).aws("CloudWatchLogsEvent"))
                .answers(Results.ANYTHING);
    }

    private static ServiceKind alarm() {
        return ServiceKind.of(
                        "alarm",
                        "AlarmTrigger",
                        Attribute.text("alarm")
                                .mandatory()
                                .identity()
                                .resource(
                                        "a CloudWatch alarm",
                                        "(?!arn:).{1,255}",
                                        "a name of up to 255 characters",
                                        "cloudwatch",
                                        "alarm:.{1,255}"))
                .events("Changes of the alarm")
                .row("ALARM", "alarm")
                .gives(Forms.ofEvent().aws("CloudWatchMetricAlarmEvent", "CloudWatchCompositeAlarmEvent"))
                .answers(Results.ANYTHING);
    }
}
