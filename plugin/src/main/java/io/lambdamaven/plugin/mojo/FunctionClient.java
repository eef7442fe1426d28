package io.lambdamaven.plugin.mojo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the goals do with functions that are deployed, on AWS or on the local Lambda. */
interface FunctionClient extends AutoCloseable {

    /**
     * What came of one invocation.
     *
     * @param status HTTP status of the Invoke API: 200, also where the function failed
     * @param functionError {@code Handled} or {@code Unhandled} where the function failed
     * @param millis from sending to the answer
     * @param initMillis what the cold start took of it, or null where a warm environment answered
     * @param log the last lines of the log
     */
    record Invocation(
            int status,
            String payload,
            @Nullable String functionError,
            long millis,
            @Nullable Double initMillis,
            List<String> log) {
        public Invocation {
            log = List.copyOf(log);
        }
    }

    /** Region and account that sample events come from. */
    Origin origin();

    /** @param domain host of the function's URL or API, or null if there is none */
    record Origin(
            String partition,
            String region,
            String account,
            @Nullable String domain) {
        String functionArn(String functionName) {
            return "arn:" + partition + ":lambda:" + region + ":" + account + ":function:" + functionName;
        }
    }

    Invocation invoke(String functionName, String qualifier, String payload);

    /** The number of the version that traffic goes to; empty where the function is not there. */
    Optional<String> liveVersion(String functionName);

    /** The function's log since a time, oldest first. */
    List<String> logs(String functionName, long sinceEpochMillis);

    @Override
    void close();
}
