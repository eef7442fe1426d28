package io.lambdamaven.runtime.task;

import io.lambdamaven.api.TaskStatus;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is at work and what is done, in a table of DynamoDB. A state is changed only by whoever holds it, and held no
 * longer than its invocation may take.
 */
public final class States {
    private static final AwsService DYNAMODB = AwsService.json("DynamoDB", "dynamodb", "DynamoDB_20120810");
    private static final String CONDITION = "ConditionalCheckFailedException";
    private static final long PATIENCE = 10_000;

    /** An item holds 400 KB, its other attributes included. */
    private static final int LARGEST = 390_000;

    /** Of a failure's text, in characters, of which each may be three bytes: whoever asks is to know what failed. */
    private static final int MOST_OF_A_FAILURE = 10_000;

    private final Aws aws;
    private final String table;
    private final Clock clock;
    private final long keptSeconds;

    /**
     * Of a table whose key is the text {@code id} and whose items expire by {@code expires}.
     *
     * @param aws sends the requests
     * @param table its name
     * @param clock says when items expire
     * @param keptSeconds how long a state is kept after its last change
     */
    public States(Aws aws, String table, Clock clock, long keptSeconds) {
        this.aws = aws;
        this.table = table;
        this.clock = clock;
        this.keptSeconds = keptSeconds;
    }

    /**
     * What somebody who wants to begin is told.
     *
     * @param state {@code RUNNING} if it is now held by who asked
     * @param owner proves that; null if it is not held by who asked
     * @param result what was kept of the work that is done
     * @param mark what whoever began it had it marked with; null if nothing
     */
    public record Begun(
            TaskStatus.State state,
            @Nullable String owner,
            @Nullable String result,
            @Nullable String mark) {
        /**
         * Whether whoever asked is to do the work.
         *
         * @return false if it is done, or somebody else's
         */
        public boolean isMine() {
            return owner != null;
        }
    }

    /**
     * Writes down that something is under way, unless it is known already.
     *
     * @param key of the state
     */
    public void queued(String key) {
        Map<String, Object> request = request(key);
        request.put("UpdateExpression", "SET #s = :queued, #e = :expires");
        request.put("ConditionExpression", "attribute_not_exists(id)");
        request.put("ExpressionAttributeNames", Map.of("#s", "state", "#e", "expires"));
        request.put("ExpressionAttributeValues", Map.of(":queued", text("queued"), ":expires", expiry()));
        try {
            send("UpdateItem", request);
        } catch (AwsException e) {
            if (!e.code().equals(CONDITION)) {
                throw e;
            }
        }
    }

    /**
     * Takes hold of some work, unless it is done or somebody else holds it.
     *
     * @param key of the state
     * @param millis how long at most the work may take from now
     * @return whether it is to be done
     */
    public Begun begin(String key, long millis) {
        return begin(key, millis, "");
    }

    /**
     * Takes hold of some work, unless it is done or somebody else holds it, and marks it.
     *
     * @param key of the state
     * @param millis how long at most the work may take from now
     * @param mark kept with the state, for whoever comes later to compare
     * @return whether it is to be done
     */
    public Begun begin(String key, long millis, String mark) {
        String owner = UUID.randomUUID().toString();
        long now = clock.millis();
        Map<String, Object> request = request(key);
        request.put(
                "UpdateExpression",
                "SET #s = :running, #o = :owner, #l = :lock, #e = :expires, #m = :mark REMOVE #r, #f");
        request.put(
                "ConditionExpression",
                "attribute_not_exists(id) OR #s = :queued OR #s = :failed OR (#s = :running AND #l < :now)"
                        + " OR #e < :seconds");
        request.put(
                "ExpressionAttributeNames",
                Map.of(
                        "#s", "state", "#o", "owner", "#l", "lock", "#e", "expires", "#m", "mark", "#r", "result", "#f",
                        "error"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(":running", text("running"));
        values.put(":queued", text("queued"));
        values.put(":failed", text("failed"));
        values.put(":owner", text(owner));
        values.put(":lock", number(now + millis));
        values.put(":now", number(now));
        values.put(":seconds", number(now / 1000));
        values.put(":expires", expiry());
        values.put(":mark", text(mark));
        request.put("ExpressionAttributeValues", values);
        try {
            send("UpdateItem", request);
            return new Begun(TaskStatus.State.RUNNING, owner, null, mark);
        } catch (AwsException e) {
            if (!e.code().equals(CONDITION)) {
                throw e;
            }
        }
        EventObject item = item(key);
        String state = value(item, "state");
        if (state == null) {
            return begin(key, millis, mark); // it expired between the two
        }
        // The answer to an earlier attempt of ours may have got lost.
        boolean mine = owner.equals(value(item, "owner")) && state.equals("running");
        return new Begun(stateOf(state), mine ? owner : null, value(item, "result"), value(item, "mark"));
    }

    /**
     * Keeps a result.
     *
     * @param key of the state
     * @param owner who began
     * @param json the result
     * @throws IllegalStateException if somebody else holds it by now, or it is too large to be kept
     */
    public void done(String key, String owner, byte[] json) {
        if (json.length > LARGEST) {
            String told = "the result has " + json.length + " bytes and a state holds " + LARGEST;
            end(key, owner, "done", "error", told);
            throw new IllegalStateException(told + ": the work is done, its result is not kept");
        }
        end(key, owner, "done", "result", new String(json, StandardCharsets.UTF_8));
    }

    /**
     * Keeps a failure, of whose text the first 10,000 characters; the work may be begun again.
     *
     * @param key of the state
     * @param owner who began
     * @param failure what it failed with
     */
    public void failed(String key, String owner, Throwable failure) {
        end(key, owner, "failed", "error", cut(String.valueOf(failure)));
    }

    private static String cut(String text) {
        if (text.length() <= MOST_OF_A_FAILURE) {
            return text;
        }
        // Half of a pair is no character that JSON could carry.
        int to = Character.isHighSurrogate(text.charAt(MOST_OF_A_FAILURE - 1))
                ? MOST_OF_A_FAILURE - 1
                : MOST_OF_A_FAILURE;
        return text.substring(0, to) + "...";
    }

    private void end(String key, String owner, String state, String name, String value) {
        Map<String, Object> request = request(key);
        request.put("UpdateExpression", "SET #s = :state, #v = :value, #e = :expires");
        request.put("ConditionExpression", "#o = :owner");
        request.put("ExpressionAttributeNames", Map.of("#s", "state", "#v", name, "#e", "expires", "#o", "owner"));
        request.put(
                "ExpressionAttributeValues",
                Map.of(":state", text(state), ":value", text(value), ":owner", text(owner), ":expires", expiry()));
        try {
            send("UpdateItem", request);
        } catch (AwsException e) {
            throw e.code().equals(CONDITION)
                    ? new IllegalStateException("the work took longer than it was held, and was begun again", e)
                    : e;
        }
    }

    /**
     * Reads a state.
     *
     * @param key of the state
     * @return {@code UNKNOWN} if there is none
     */
    public TaskStatus read(String key) {
        EventObject item = item(key);
        String state = value(item, "state");
        return state == null
                ? new TaskStatus(TaskStatus.State.UNKNOWN, null, null)
                : new TaskStatus(stateOf(state), value(item, "result"), value(item, "error"));
    }

    private EventObject item(String key) {
        Map<String, Object> request = request(key);
        request.put("ConsistentRead", true);
        return EventObject.of(send("GetItem", request)).in("Item");
    }

    private static @Nullable String value(EventObject item, String name) {
        return item.in(name).textOrNull("S");
    }

    private static TaskStatus.State stateOf(String word) {
        return TaskStatus.State.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private Map<String, Object> request(String key) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("TableName", table);
        request.put("Key", Map.of("id", text(key)));
        return request;
    }

    private Map<String, Object> expiry() {
        return number(clock.millis() / 1000 + keptSeconds);
    }

    private static Map<String, Object> text(String value) {
        return Map.of("S", value);
    }

    private static Map<String, Object> number(long value) {
        return Map.of("N", String.valueOf(value));
    }

    private byte[] send(String operation, Map<String, Object> request) {
        return aws.send(
                        AwsRequest.json(DYNAMODB, operation, Json.write(request))
                                .header("Content-Type", "application/x-amz-json-1.0"),
                        Deadline.in(PATIENCE))
                .body();
    }
}
