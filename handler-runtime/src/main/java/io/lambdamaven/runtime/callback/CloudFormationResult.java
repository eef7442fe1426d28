package io.lambdamaven.runtime.callback;

import io.lambdamaven.api.CustomResourceResult;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a method returned for a custom resource. */
final class CloudFormationResult {
    final @Nullable String id;
    final boolean noEcho;
    /** A JSON object; empty for none. */
    final byte[] data;

    private CloudFormationResult(@Nullable String id, boolean noEcho, byte[] data) {
        this.id = id;
        this.noEcho = noEcho;
        this.data = data;
    }

    static CloudFormationResult of(@Nullable Object result) {
        if (result == null) {
            return new CloudFormationResult(null, false, new byte[0]);
        } else if (result instanceof CustomResourceResult own) {
            return new CloudFormationResult(own.physicalResourceId(), own.noEcho(), object(own.data()));
        } else if (result instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        } else if (result instanceof Map<?, ?> map) {
            return new CloudFormationResult(null, false, object(map));
        }
        byte[] json = Json.write(result);
        if (json.length == 0 || json[0] != '{') {
            throw new IllegalStateException("the data of a custom resource is a JSON object, which "
                    + result.getClass().getName() + " is not");
        }
        return new CloudFormationResult(null, false, json);
    }

    /** As the CDK's provider framework wants it returned. */
    byte[] toBytes() {
        JsonSink sink = new JsonSink().startObject();
        if (id != null) {
            sink.name("PhysicalResourceId").text(id);
        }
        return end(sink, this);
    }

    /** Ends an object with the members that a result gives it. */
    static byte[] end(JsonSink sink, @Nullable CloudFormationResult result) {
        if (result == null) {
            return sink.endObject().toBytes();
        }
        byte[] head = sink.name("NoEcho").bool(result.noEcho).endObject().toBytes();
        byte[] data = result.data;
        if (data.length == 0) {
            return head;
        }
        // The data is JSON already: it is put in before the last brace.
        byte[] name = ",\"Data\":".getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + name.length + data.length);
        System.arraycopy(name, 0, all, head.length - 1, name.length);
        System.arraycopy(data, 0, all, head.length - 1 + name.length, data.length);
        all[all.length - 1] = '}';
        return all;
    }

    private static byte[] object(Map<?, ?> map) {
        if (map.isEmpty()) {
            return new byte[0];
        }
        JsonSink sink = new JsonSink().startObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object value = entry.getValue();
            sink.name(String.valueOf(entry.getKey()));
            if (value == null || value instanceof String) {
                sink.text((String) value);
            } else if (value instanceof Boolean bool) {
                sink.bool(bool);
            } else if (value instanceof Integer || value instanceof Long) {
                sink.number(((Number) value).longValue());
            } else {
                // Anything richer goes through data binding, which is dear to load.
                return Json.write(map);
            }
        }
        return sink.endObject().toBytes();
    }
}
