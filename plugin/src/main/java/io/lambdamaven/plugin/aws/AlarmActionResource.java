package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.AlarmAction;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** Our action among those of an alarm, which CloudWatch only takes whole: all else of it is written back as it was. */
final class AlarmActionResource implements NamedKind<AlarmAction> {
    private final AwsClients clients;
    private final Arns arns;

    AlarmActionResource(AwsClients clients, Arns arns) {
        this.clients = clients;
        this.arns = arns;
    }

    private CloudWatchClient cloudWatch() {
        return clients.of(CloudWatchClient.class, CloudWatchClient::builder);
    }

    @Override
    public Class<AlarmAction> type() {
        return AlarmAction.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.ALARM_ACTION;
    }

    @Override
    public Optional<String> wiredBy(Permission statement) {
        String source = statement.sourceArn();
        if (!DerivedNames.isStatementOf("alarm", statement.statementId()) || source == null) {
            return Optional.empty();
        }
        String alarm = source.substring(source.indexOf(":alarm:") + ":alarm:".length());
        return Optional.of(AlarmAction.id(alarm, statement.functionName(), statement.alias())
                .name());
    }

    /** An alarm's actions by the state that they are for. */
    private record Actions(TreeMap<String, List<String>> byState) {
        static Actions of(List<String> alarm, List<String> insufficient, List<String> ok) {
            TreeMap<String, List<String>> byState = new TreeMap<>();
            byState.put("ALARM", new ArrayList<>(alarm));
            byState.put("INSUFFICIENT_DATA", new ArrayList<>(insufficient));
            byState.put("OK", new ArrayList<>(ok));
            return new Actions(byState);
        }

        List<String> at(String state) {
            return byState.getOrDefault(state, List.of());
        }

        List<String> statesOf(String action) {
            return byState.keySet().stream()
                    .filter(state -> at(state).contains(action))
                    .toList();
        }

        void set(String action, List<String> states) {
            byState.forEach((state, actions) -> {
                actions.remove(action);
                if (states.contains(state)) {
                    actions.add(action);
                }
            });
        }
    }

    private DescribeAlarmsResponse describe(String alarm) {
        return cloudWatch()
                .describeAlarms(r -> r.alarmNames(alarm).alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM));
    }

    private static @Nullable Actions actions(DescribeAlarmsResponse found) {
        if (!found.metricAlarms().isEmpty()) {
            MetricAlarm alarm = found.metricAlarms().get(0);
            return Actions.of(alarm.alarmActions(), alarm.insufficientDataActions(), alarm.okActions());
        } else if (!found.compositeAlarms().isEmpty()) {
            CompositeAlarm alarm = found.compositeAlarms().get(0);
            return Actions.of(alarm.alarmActions(), alarm.insufficientDataActions(), alarm.okActions());
        }
        return null;
    }

    @Override
    public Optional<AlarmAction> observe(String name, Desired desired, boolean wanted) {
        Wire wire = Wire.of(name);
        Actions actions = actions(describe(wire.source()));
        if (actions == null) {
            if (wanted) {
                throw new UserFault(
                        Problem.LM310,
                        Place.of("alarm " + wire.source()),
                        "The alarm does not exist.",
                        "Create it first, or correct @AlarmTrigger(alarm), its <placeholders> entry or"
                                + " -Dlambda.region.");
            }
            return Optional.empty();
        }
        List<String> states = actions.statesOf(arns.alias(wire.function(), wire.alias()));
        return states.isEmpty()
                ? Optional.empty()
                : Optional.of(new AlarmAction(
                        wire.source(), wire.function(), wire.alias(), states, wire.permission("alarm")));
    }

    @Override
    public void create(AlarmAction wanted, Desired desired) {
        write(wanted, wanted.states() == null ? List.of() : wanted.states());
    }

    @Override
    public void update(AlarmAction there, AlarmAction wanted, List<AttributeChange> changes, Desired desired) {
        create(wanted, desired);
    }

    @Override
    public void delete(AlarmAction there, Desired desired) {
        write(there, List.of());
    }

    private void write(AlarmAction action, List<String> states) {
        DescribeAlarmsResponse found = describe(action.alarm());
        Actions actions = actions(found);
        if (actions == null) {
            // Gone, and its actions with it.
            return;
        }
        String alias = arns.alias(action.functionName(), action.alias());
        if (actions.statesOf(alias).equals(states)) {
            return;
        }
        actions.set(alias, states);
        if (found.metricAlarms().isEmpty()) {
            PutCompositeAlarmRequest.Builder whole =
                    SdkFields.copy(found.compositeAlarms().get(0), PutCompositeAlarmRequest.builder());
            cloudWatch()
                    .putCompositeAlarm(whole.alarmActions(actions.at("ALARM"))
                            .insufficientDataActions(actions.at("INSUFFICIENT_DATA"))
                            .okActions(actions.at("OK"))
                            .build());
        } else {
            PutMetricAlarmRequest.Builder whole =
                    SdkFields.copy(found.metricAlarms().get(0), PutMetricAlarmRequest.builder());
            cloudWatch()
                    .putMetricAlarm(whole.alarmActions(actions.at("ALARM"))
                            .insufficientDataActions(actions.at("INSUFFICIENT_DATA"))
                            .okActions(actions.at("OK"))
                            .build());
        }
    }
}
