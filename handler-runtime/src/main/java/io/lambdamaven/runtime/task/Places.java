package io.lambdamaven.runtime.task;

import io.lambdamaven.runtime.aws.Aws;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the tasks of functions go: beside each function are its queue and its topic, named after it. The deployer says
 * which functions there are, in {@value #FUNCTIONS}, and which one this is.
 */
public final class Places {
    // Names that no placeholder's variable can have: theirs go on with a letter after the prefix.
    static final String FUNCTIONS = "LAMBDA_MAVEN__TASK_FUNCTIONS";
    static final String TABLE = "LAMBDA_MAVEN__TASK_TABLE";
    static final String BUCKET = "LAMBDA_MAVEN__TASK_BUCKET";
    static final String LOCAL = "AWS_ENDPOINT_URL_LAMBDA_MAVEN";
    static final String STATES = "LAMBDA_MAVEN__TASK_STATES";
    static final String OWN = "AWS_LAMBDA_FUNCTION_NAME";

    private static final String KIND = ":lambda:";
    private static final String RESOURCE = ":function:";

    private final Map<String, String> environment;

    /**
     * Reads no more than it is asked for.
     *
     * @param environment the variables that the deployer has set
     */
    public Places(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The ARN of the function that goes by this key in the project. */
    String function(String key) {
        String[] pairs = environment.getOrDefault(FUNCTIONS, "").split(" ", -1);
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i].startsWith(key + "=")) {
                return pairs[i].substring(key.length() + 1);
            }
        }
        throw new IllegalStateException(
                "nothing says where the tasks of " + (key.isEmpty() ? "the project's function" : "function " + key)
                        + " go: " + FUNCTIONS + " does not name it; deploy again");
    }

    /** The queue or topic of a function. */
    static String beside(String functionArn, String service) {
        return functionArn.replace(KIND, ":" + service + ":").replace(RESOURCE, ":") + "-tasks";
    }

    static String queueUrl(String functionArn) {
        String[] parts = beside(functionArn, "sqs").split(":", -1);
        return "https://sqs." + parts[3] + "." + Aws.domain(parts[3]) + "/" + parts[4] + "/" + parts[5];
    }

    /**
     * Whether a source is the queue or topic that the deployer made for this function.
     *
     * @param service {@code sqs} or {@code sns}
     * @param arn of the source, as the event's service says it
     * @return false for any other
     */
    public boolean isOwn(String service, String arn) {
        String own = environment.get(OWN);
        String[] pairs = environment.getOrDefault(FUNCTIONS, "").split(" ", -1);
        for (int i = 0; own != null && i < pairs.length; i++) {
            String function = pairs[i].substring(pairs[i].indexOf('=') + 1);
            if (function.endsWith(RESOURCE + own)) {
                return beside(function, service).equals(arn);
            }
        }
        return false;
    }

    boolean isLocal() {
        return environment.containsKey(LOCAL);
    }

    /** A project none of whose tasks keeps anything has none. */
    boolean hasTable() {
        return environment.containsKey(TABLE);
    }

    String table() {
        String table = environment.get(TABLE);
        if (table == null) {
            throw new IllegalStateException(TABLE + " names no table to keep states in; deploy again");
        }
        return table;
    }

    /** Where the local Lambda keeps what is in a table on AWS; null elsewhere. */
    @Nullable
    String states() {
        return environment.get(STATES);
    }

    @Nullable
    String bucket() {
        return environment.get(BUCKET);
    }
}
