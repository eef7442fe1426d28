package io.lambdamaven.runtime;

import io.lambdamaven.api.TaskStatus;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.BindException;
import io.lambdamaven.runtime.bind.Payload;
import io.lambdamaven.runtime.event.Batch;
import io.lambdamaven.runtime.event.EventKind;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.route.Route;
import io.lambdamaven.runtime.task.States;
import io.lambdamaven.runtime.task.TaskSender;
import io.lambdamaven.runtime.task.TaskTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks. That a message is one is read off the queue or topic it came by, or off the alias {@code ops}; never off
 * its content, which anybody might write.
 */
final class TaskLine {
    private TaskLine() {}

    /** The answer, null for an event that is no task's. */
    static byte @Nullable [] takeOrNull(Delivery delivery, TaskSender tasks, String qualifier) throws Exception {
        byte[] event = delivery.event();
        if (delivery.kind() == EventKind.DIRECT) {
            if (!qualifier.equals(Qualifiers.OPS) || !Members.has(event, "task")) {
                return null;
            }
            run(delivery, tasks, event);
            return Json.nothing();
        }
        boolean queue = delivery.kind() == EventKind.SQS;
        if (!queue && delivery.kind() != EventKind.SNS) {
            return null;
        }
        Batch batch = Batch.read(delivery.kind(), event);
        int own = 0;
        for (int i = 0; i < batch.records().size(); i++) {
            own += tasks.places().isOwn(queue ? "sqs" : "sns", batch.resources(i)[0]) ? 1 : 0;
        }
        if (own == 0) {
            return null;
        } else if (own < batch.records().size()) {
            throw delivery.unroutable("tasks and other messages at once");
        }
        if (queue) {
            return queued(delivery, tasks, batch);
        }
        for (int i = 0; i < batch.records().size(); i++) {
            run(delivery, tasks, bytes(batch.records().get(i).text("Sns.Message")));
        }
        return Json.nothing();
    }

    private static byte[] queued(Delivery delivery, TaskSender tasks, Batch batch) {
        GivenBack back = new GivenBack(EventKind.SQS, batch);
        for (int i = 0; i < batch.records().size(); i++) {
            boolean done = false;
            if (!delivery.isNearDeadline()) {
                try {
                    run(delivery, tasks, bytes(batch.records().get(i).text("body")));
                    done = true;
                } catch (Exception e) {
                    BatchLine.logFailure(delivery, "task in message " + back.id(i) + " failed, given back", e);
                }
            }
            if (!done) {
                back.add(i);
            }
        }
        return back.answer();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void run(Delivery delivery, TaskSender tasks, byte[] message) throws Exception {
        EventObject read = EventObject.of(message);
        String name = read.text("task");
        String id = read.text("id");
        TaskTable.Entry task = tasks.table().byId(name);
        if (task == null || task.number() < 0 || id.isEmpty()) {
            throw new BindException("no task of this function is called '" + name + "', or it has no id", null);
        }
        if (!task.isKept()) {
            call(delivery, tasks, task, message);
            return;
        }
        States states = tasks.states();
        String key = TaskSender.key(id);
        States.Begun begun = states.begin(key, delivery.context().getRemainingTimeInMillis());
        String owner = begun.owner();
        if (owner == null) {
            if (begun.state() == TaskStatus.State.DONE) {
                Failures.log(delivery.context(), "task " + name + " " + id + " is done already");
                return;
            }
            throw new IllegalStateException("task " + name + " " + id + " is at work elsewhere");
        }
        byte[] result;
        try {
            result = Json.write(call(delivery, tasks, task, message));
        } catch (Exception | Error e) {
            keepFailure(states, key, owner, e);
            throw e;
        }
        states.done(key, owner, task.is("capture") ? result : Json.nothing());
    }

    /** What the method threw is what is told, whatever becomes of the keeping of it. */
    private static void keepFailure(States states, String key, String owner, Throwable failure) {
        try {
            states.failed(key, owner, failure);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static @Nullable Object call(Delivery delivery, TaskSender tasks, TaskTable.Entry task, byte[] message)
            throws Exception {
        List<?> arguments = tasks.arguments(message);
        List<Payload> payloads = new ArrayList<>(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            payloads.add(
                    Payload.json("argument " + (i + 1) + " of the task " + task.id(), Json.write(arguments.get(i))));
        }
        String owner = task.owner();
        String handler = owner.substring(owner.lastIndexOf('.') + 1) + "." + task.method();
        Arguments in = Arguments.ofBatch(delivery.context(), message, payloads);
        return delivery.call(new Route.Task(task.number(), task.id(), handler), in);
    }
}
