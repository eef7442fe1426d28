package io.lambdamaven.plugin.sample;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a sample event claims to come from.
 *
 * @param functionName the function's name on AWS or on the local Lambda
 * @param placeholders the stage's values by name
 * @param domainName host of the function's URL or API, or null for an API made up for the sample
 */
public record SampleContext(
        String functionName,
        String region,
        String account,
        SortedMap<String, String> placeholders,
        @Nullable String domainName) {
    public SampleContext {
        placeholders = Collections.unmodifiableSortedMap(new TreeMap<>(placeholders));
    }
}
