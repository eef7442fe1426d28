package io.lambdamaven.runtime.task;

import io.lambdamaven.api.Connections;
import io.lambdamaven.api.TaskHandle;
import io.lambdamaven.api.TaskRunner;
import io.lambdamaven.api.TaskStatus;
import io.lambdamaven.api.Tasks;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonSink;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands tasks over, and knows where their states are. */
public final class TaskSender implements TaskRunner {
    private static final long KEPT_SECONDS = 7L * 24 * 3600;

    private static final TaskStatus UNKNOWN = new TaskStatus(TaskStatus.State.UNKNOWN, null, null);

    private final TaskTable tasks;
    private final Aws aws;
    private final Places places;
    private final Messages messages;

    /**
     * Of one project.
     *
     * @param tasks compiled in
     * @param aws sends the requests
     * @param environment says where tasks go
     */
    public TaskSender(TaskTable tasks, Aws aws, Map<String, String> environment) {
        this.tasks = tasks;
        this.aws = aws;
        this.places = new Places(environment);
        this.messages = new Messages(aws, places);
    }

    @Override
    public TaskHandle run(@Nullable String function, Tasks.Reference task, Object... arguments) {
        TaskTable.Entry entry = entry(task);
        String id = UUID.randomUUID().toString();
        byte[] body = message(entry.id(), id, arguments);
        if (function != null) {
            messages.sendTo(function, entry, body);
            return new TaskHandle(id);
        }
        if (entry.isKept()) {
            states().queued(key(id));
        }
        messages.send(entry, id, body);
        return new TaskHandle(id);
    }

    private static byte[] message(String task, String id, Object... arguments) {
        byte[][] written = new byte[arguments.length][];
        for (int i = 0; i < arguments.length; i++) {
            // Where the task runs there are others, and these end with the invocation.
            written[i] = Json.write(arguments[i] instanceof Connections ? null : arguments[i]);
        }
        JsonSink sink = new JsonSink()
                .startObject()
                .name("task")
                .text(task)
                .name("id")
                .text(id)
                .name("args")
                .startArray();
        for (int i = 0; i < written.length; i++) {
            sink.json(written[i]);
        }
        return sink.endArray().endObject().toBytes();
    }

    @Override
    public TaskStatus status(TaskHandle handle) {
        return places.hasTable() ? states().read(key(handle.id())) : UNKNOWN;
    }

    @Override
    public <T> Optional<T> result(TaskHandle handle, Class<T> type) {
        TaskStatus status = status(handle);
        String result = status.result();
        if (status.state() == TaskStatus.State.FAILED) {
            throw new IllegalStateException("task " + handle.id() + " failed: " + status.error());
        } else if (status.state() == TaskStatus.State.DONE && result == null && status.error() != null) {
            throw new IllegalStateException("task " + handle.id() + ": " + status.error());
        }
        return result == null
                ? Optional.empty()
                : Optional.ofNullable(type.cast(Json.read(result.getBytes(StandardCharsets.UTF_8), type)));
    }

    /**
     * Where the states of this project's tasks are.
     *
     * @return made anew
     */
    public States states() {
        String here = places.states();
        return new States(here == null ? aws : Aws.at(here), places.table(), Clock.systemUTC(), KEPT_SECONDS);
    }

    /**
     * What makes one call of several for the same.
     *
     * @param method binary name of its class, its name and its descriptor
     * @param key as {@link Once} has it
     * @param result what the method returns
     * @return made anew
     */
    public Once once(String method, String key, Type result) {
        return new Once(method, key, result, states());
    }

    /**
     * The tasks.
     *
     * @return as they were compiled in
     */
    public TaskTable table() {
        return tasks;
    }

    /**
     * Where tasks go.
     *
     * @return says which sources are this function's own
     */
    public Places places() {
        return places;
    }

    /**
     * The key of a task's state.
     *
     * @param id of the task
     * @return a key that no other use of the table has
     */
    public static String key(String id) {
        return "task#" + id;
    }

    /**
     * The arguments in a message.
     *
     * @param message the message
     * @return each as JSON
     */
    public List<?> arguments(byte[] message) {
        EventObject read = EventObject.of(message);
        return Boolean.TRUE.equals(read.value("stored"))
                ? EventObject.of(messages.fetch(read)).list("args")
                : read.list("args");
    }

    private TaskTable.Entry entry(Tasks.Reference task) {
        SerializedLambda named = References.read(task);
        String owner = named == null ? "" : named.getImplClass().replace('/', '.');
        TaskTable.Entry entry =
                named == null ? null : tasks.byMethod(owner, named.getImplMethodName(), named.getImplMethodSignature());
        if (entry == null) {
            throw new IllegalArgumentException("Tasks.run takes a reference to a method with @Task, such as"
                    + " kitchen::bake; "
                    + (named == null
                            ? "this is none"
                            : owner + "." + named.getImplMethodName() + " is not among the tasks of this project"));
        }
        return entry;
    }
}
