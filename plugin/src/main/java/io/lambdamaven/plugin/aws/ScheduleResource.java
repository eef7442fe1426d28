package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Schedule;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;

/** A schedule of EventBridge Scheduler, in the default group. */
final class ScheduleResource implements Kind<Schedule> {
    private final AwsClients clients;
    private final Arns arns;

    ScheduleResource(AwsClients clients, Arns arns) {
        this.clients = clients;
        this.arns = arns;
    }

    private SchedulerClient scheduler() {
        return clients.of(SchedulerClient.class, SchedulerClient::builder);
    }

    @Override
    public Class<Schedule> type() {
        return Schedule.class;
    }

    /** The schedules that a function has or had. */
    List<Resource> observe(String function, Desired desired) {
        List<Resource> found = new ArrayList<>();
        String prefix = DerivedNames.schedulePrefix(function);
        for (ScheduleSummary each :
                scheduler().listSchedulesPaginator(r -> r.namePrefix(prefix)).schedules()) {
            if (DerivedNames.isSchedule(function, each.name())) {
                read(function, each.name(), desired).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Resource> read(String function, String name, Desired desired) {
        GetScheduleResponse found;
        try {
            found = scheduler().getSchedule(r -> r.name(name));
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
        Arns.FunctionRef target = Arns.functionIn(found.target().arn());
        if (target == null || !target.name().equals(function)) {
            ResourceId id = new ResourceId(ResourceType.SCHEDULE, name);
            if (desired.resources().stream().anyMatch(each -> each.id().equals(id))) {
                throw new UserFault(
                        Problem.LM307,
                        Place.of(id.toString()),
                        "A schedule of this name exists and calls "
                                + found.target().arn() + "; nothing was changed.",
                        "Choose another name with <functionName> or -Dlambda.functionName, or remove that schedule.");
            }
            return Optional.empty();
        }
        FlexibleTimeWindow window = found.flexibleTimeWindow();
        String role = found.target().roleArn();
        return Optional.of(new Schedule(
                name,
                found.scheduleExpression(),
                Objects.requireNonNullElse(found.scheduleExpressionTimezone(), "UTC"),
                window == null || window.maximumWindowInMinutes() == null ? 0 : window.maximumWindowInMinutes(),
                text(found.startDate()),
                text(found.endDate()),
                Objects.requireNonNullElse(found.description(), ""),
                found.state() != ScheduleState.DISABLED,
                found.target().input(),
                target.name(),
                target.qualifier(),
                role == null ? "" : role.substring(role.lastIndexOf('/') + 1)));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private Consumer<Target.Builder> target(Schedule wanted) {
        return t -> t.arn(arns.alias(wanted.functionName(), wanted.alias()))
                .roleArn(arns.role(wanted.role()))
                .input(wanted.input());
    }

    private static Consumer<FlexibleTimeWindow.Builder> window(Schedule wanted) {
        int minutes = wanted.flexibleWindow() == null ? 0 : wanted.flexibleWindow();
        return w -> w.mode(minutes == 0 ? FlexibleTimeWindowMode.OFF : FlexibleTimeWindowMode.FLEXIBLE)
                .maximumWindowInMinutes(minutes == 0 ? null : minutes);
    }

    private static ScheduleState state(Schedule wanted) {
        return Boolean.FALSE.equals(wanted.enabled()) ? ScheduleState.DISABLED : ScheduleState.ENABLED;
    }

    private CreateScheduleRequest request(Schedule wanted) {
        return CreateScheduleRequest.builder()
                .name(wanted.name())
                .scheduleExpression(wanted.expression())
                .scheduleExpressionTimezone(wanted.timeZone())
                .flexibleTimeWindow(window(wanted))
                .startDate(instant(wanted.startDate()))
                .endDate(instant(wanted.endDate()))
                .description(wanted.description())
                .state(state(wanted))
                .target(target(wanted))
                .build();
    }

    @Override
    public void create(Schedule wanted, Desired desired) {
        try {
            Retry.until(() -> scheduler().createSchedule(request(wanted)), Retry::schedulerRoleIsNew);
        } catch (ConflictException e) {
            // The answer to the first try got lost.
            put(wanted);
        }
    }

    @Override
    public void update(Schedule there, Schedule wanted, List<AttributeChange> changes, Desired desired) {
        put(wanted);
    }

    /** UpdateSchedule sets what is left out to its default, so that it is told all that a new one is told. */
    private void put(Schedule wanted) {
        UpdateScheduleRequest.Builder whole = SdkFields.copy(request(wanted), UpdateScheduleRequest.builder());
        Retry.until(() -> scheduler().updateSchedule(whole.build()), Retry::schedulerRoleIsNew);
    }

    @Override
    public void delete(Schedule there, Desired desired) {
        try {
            scheduler().deleteSchedule(r -> r.name(there.name()));
        } catch (ResourceNotFoundException e) {
            // Gone already.
        }
    }
}
