package io.lambdamaven.plugin.corpus;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The generated handlers at work, in a process of its own, since what a function knows of its stage it reads from its
 * environment. First every event alone, in a handler of its own; then, if told a seed, all of them in any order in one
 * handler of each function, and from many threads at once.
 */
final class CorpusRun {
    private static final int THREADS = 64;
    private static final int CALLS_OF_A_THREAD = 150;

    /** An event for a function; {@code awsClass} is read by AWS's serializer alone, to see whether it can. */
    record Call(String id, String handler, String awsClass, byte[] event) {
        String line() {
            return String.join("\t", id, handler, awsClass, encoded(event));
        }

        static Call of(String line) {
            String[] columns = line.split("\t", -1);
            return new Call(
                    columns[0], columns[1], columns[2], Base64.getDecoder().decode(columns[3]));
        }
    }

    /** What came of it; {@code unreadable} is why AWS cannot read it, {@code seen} has one entry of method and value per call of a user's method. */
    record Outcome(String id, String unreadable, boolean answered, String answer, List<String> seen) {
        String line() {
            return String.join(
                    "\t",
                    id,
                    encoded(unreadable.getBytes(StandardCharsets.UTF_8)),
                    String.valueOf(answered),
                    encoded(answer.getBytes(StandardCharsets.UTF_8)),
                    String.join(",", seen));
        }

        static Outcome of(String line) {
            String[] columns = line.split("\t", -1);
            return new Outcome(
                    columns[0],
                    decoded(columns[1]),
                    Boolean.parseBoolean(columns[2]),
                    decoded(columns[3]),
                    columns[4].isEmpty() ? List.of() : List.of(columns[4].split(",")));
        }

        private boolean same(Outcome other) {
            return answered == other.answered && answer.equals(other.answer) && seen.equals(other.seen);
        }
    }

    private final ClassLoader loader;
    private final List<Call> calls;
    private final Map<String, RequestStreamHandler> shared = new LinkedHashMap<>();

    private CorpusRun(ClassLoader loader, List<Call> calls) {
        this.loader = loader;
        this.calls = calls;
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Folder of the classes, file of the calls, file for the outcomes, file for differences, seed. */
    public static void main(String[] arguments) throws Exception {
        URL classes = Path.of(arguments[0]).toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, CorpusRun.class.getClassLoader())) {
            List<Call> calls = Files.readAllLines(Path.of(arguments[1])).stream()
                    .map(Call::of)
                    .toList();
            CorpusRun run = new CorpusRun(loader, calls);
            List<Outcome> alone = new ArrayList<>();
            for (Call call : calls) {
                alone.add(run.send(run.handler(call.handler()), call, run.unreadable(call)));
            }
            Files.write(Path.of(arguments[2]), alone.stream().map(Outcome::line).toList());
            Random random = new Random(Long.parseLong(arguments[4]));
            List<String> differences = new ArrayList<>(run.inAnyOrder(alone, random, calls.size(), "in any order"));
            differences.addAll(run.atOnce(alone, random));
            Files.write(Path.of(arguments[3]), differences);
        }
        System.exit(0);
    }

    private List<String> inAnyOrder(List<Outcome> alone, Random random, int most, String how) throws Exception {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<String> differences = new ArrayList<>();
        for (int i : order.subList(0, Math.min(most, order.size()))) {
            Outcome outcome = send(
                    shared(calls.get(i).handler()), calls.get(i), alone.get(i).unreadable());
            if (!outcome.same(alone.get(i))) {
                differences.add(how + ": " + outcome.id() + " gave " + outcome.answer() + " after "
                        + outcome.seen().size() + " calls, alone "
                        + alone.get(i).answer() + " after "
                        + alone.get(i).seen().size());
            }
        }
        return differences;
    }

    private List<String> atOnce(List<Outcome> alone, Random random) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<List<String>>> rounds = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random own = new Random(random.nextLong());
            rounds.add(threads.submit(() -> inAnyOrder(alone, own, CALLS_OF_A_THREAD, "at once")));
        }
        List<String> differences = new ArrayList<>();
        for (Future<List<String>> round : rounds) {
            differences.addAll(round.get());
        }
        threads.shutdown();
        return differences;
    }

    private synchronized RequestStreamHandler shared(String name) throws Exception {
        RequestStreamHandler known = shared.get(name);
        if (known == null) {
            known = handler(name);
            shared.put(name, known);
        }
        return known;
    }

    private RequestStreamHandler handler(String name) throws Exception {
        return (RequestStreamHandler) loader.loadClass(name).getConstructor().newInstance();
    }

    @SuppressWarnings("unchecked")
    private Outcome send(RequestStreamHandler handler, Call call, String unreadable) throws Exception {
        var taken = loader.loadClass("corpus.Seen").getMethod("take");
        taken.invoke(null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(call.event()), out, context());
            String answer = out.toString(StandardCharsets.UTF_8);
            return new Outcome(call.id(), unreadable, true, answer, (List<String>) taken.invoke(null));
        } catch (Exception | LinkageError e) {
            String message = e.getClass().getSimpleName() + ": " + e.getMessage();
            return new Outcome(call.id(), unreadable, false, message, (List<String>) taken.invoke(null));
        }
    }

    /** Why AWS's own serializer makes no AWS class of the event, with nothing of ours in between; empty if it does. */
    private String unreadable(Call call) throws Exception {
        if (call.awsClass().isEmpty()) {
            return "";
        }
        String base = "com.amazonaws.services.lambda.runtime.";
        Class<?> type = Class.forName(base + "events." + call.awsClass());
        Object serializer = Class.forName(base + "serialization.events.LambdaEventSerializers")
                .getMethod("serializerFor", Class.class, ClassLoader.class)
                .invoke(null, type, loader);
        try {
            Class.forName(base + "serialization.PojoSerializer")
                    .getMethod("fromJson", InputStream.class)
                    .invoke(serializer, new ByteArrayInputStream(call.event()));
            return "";
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause.toString();
        }
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getInvokedFunctionArn" -> "arn:aws:lambda:eu-central-1:123456789012:function:corpus:live";
                    case "getRemainingTimeInMillis" -> 30_000;
                    case "getAwsRequestId" -> "request";
                    case "getFunctionName" -> "corpus";
                    case "getLogger" -> silent();
                    default -> null;
                });
    }

    private static LambdaLogger silent() {
        return (LambdaLogger) Proxy.newProxyInstance(
                LambdaLogger.class.getClassLoader(),
                new Class<?>[] {LambdaLogger.class},
                (proxy, method, arguments) -> null);
    }
}
