package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * The tags around one update of a function: what becomes ours is noted before, what no longer is ours after it has gone,
 * so that a run that is cut off in between forgets nothing.
 */
final class FunctionTags {
    private final LambdaClient lambda;
    private final String arn;
    private final LambdaFunction there;
    private final LambdaFunction wanted;
    private final Map<String, String> said;
    private final Map<String, String> written = new TreeMap<>();

    /** @param said the tags that say what is ours, as they are there */
    FunctionTags(
            LambdaClient lambda,
            String arn,
            LambdaFunction there,
            LambdaFunction wanted,
            @Nullable Map<String, String> said) {
        this.lambda = lambda;
        this.arn = arn;
        this.there = there;
        this.wanted = wanted;
        this.said = new TreeMap<>(said == null ? Map.of() : said);
    }

    void before() {
        Map<String, String> both = Ownership.tags(
                union(keys(there.environment()), keys(wanted.environment())),
                union(there.tags().keySet(), wanted.tags().keySet()));
        if (!both.equals(said)) {
            Map<String, String> tags = new TreeMap<>(both);
            tags.putAll(changed());
            write(tags);
            said.putAll(both);
        }
    }

    void after() {
        Set<String> dropped = new TreeSet<>(there.tags().keySet());
        dropped.removeAll(wanted.tags().keySet());
        if (!dropped.isEmpty()) {
            lambda.untagResource(r -> r.resource(arn).tagKeys(dropped));
        }
        Map<String, String> own = Ownership.of(wanted);
        Map<String, String> tags = changed();
        if (!own.equals(said)) {
            tags.putAll(own);
        }
        if (!tags.isEmpty()) {
            write(tags);
        }
    }

    /** Those with other values that are not written yet. */
    private Map<String, String> changed() {
        Map<String, String> changed = new TreeMap<>(wanted.tags());
        changed.entrySet().removeAll(there.tags().entrySet());
        changed.entrySet().removeAll(written.entrySet());
        return changed;
    }

    private void write(Map<String, String> tags) {
        lambda.tagResource(r -> r.resource(arn).tags(tags));
        written.putAll(tags);
    }

    private static Set<String> keys(@Nullable Map<String, String> map) {
        return map == null ? Set.of() : map.keySet();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }
}
