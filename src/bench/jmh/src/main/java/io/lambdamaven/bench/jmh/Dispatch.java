package io.lambdamaven.bench.jmh;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one event costs a warm function. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Dispatch {
    @Param("")
    public String event;

    private final JsonFactory factory = new JsonFactory();
    private final RequestStreamHandler handler = handler();
    private final Context context = new Caller();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private PojoSerializer<?> serializer;
    private byte[] bytes;

    /** The plugin made it, of the module {@code raw}. */
    static RequestStreamHandler handler() {
        try {
            Class<?> type = Class.forName("io.lambdamaven.bench.raw.LambdaHandler");
            return (RequestStreamHandler) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Setup
    public void read() {
        bytes = Events.here().bytes(event);
        Class<?> type = Events.awsClass(event);
        if (type != null) {
            serializer = LambdaEventSerializers.serializerFor(type, Dispatch.class.getClassLoader());
        }
    }

    /** From the bytes of the event to the bytes of the answer, through a method that does nothing. */
    @Benchmark
    public int ours() throws IOException {
        out.reset();
        handler.handleRequest(new ByteArrayInputStream(bytes), out, context);
        return out.size();
    }

    /** From the bytes to AWS's class: no routing, no answer. */
    @Benchmark
    public Object aws() {
        return serializer.fromJson(new ByteArrayInputStream(bytes));
    }

    /** Every token seen, none of them decoded: less cannot be done by whoever takes the event for JSON. */
    @Benchmark
    public int tokens() throws IOException {
        try (JsonParser parser = factory.createParser(bytes)) {
            int kinds = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                kinds += token.id();
            }
            return kinds;
        }
    }
}
