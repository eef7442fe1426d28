package io.lambdamaven.plugin.local.host;

import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One function as an execution environment needs it.
 *
 * @param functionArn without a qualifier
 * @param memory in MB
 * @param timeout in seconds
 * @param environment the function's own variables
 * @param code the unpacked jar, which becomes {@code LAMBDA_TASK_ROOT}
 */
public record FunctionSpec(
        String functionName,
        String version,
        String functionArn,
        String handler,
        int memory,
        int timeout,
        SortedMap<String, String> environment,
        Path code,
        String region) {
    public FunctionSpec {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }
}
