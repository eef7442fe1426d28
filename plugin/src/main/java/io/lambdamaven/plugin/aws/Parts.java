package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.EventInvokeConfig;
import io.lambdamaven.plugin.plan.resource.ProvisionedConcurrency;
import io.lambdamaven.plugin.plan.resource.RecursionConfig;
import io.lambdamaven.plugin.plan.resource.ReservedConcurrency;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * The ledger of what hangs on functions: a tag for each part that we have set, written before the part and removed after
 * it. What others have set by hand, such as a concurrency of 0 to stop a function, is not touched unless it is wanted.
 */
final class Parts {
    private static final Set<ResourceType> TYPES = Set.of(
            ResourceType.EVENT_INVOKE_CONFIG,
            ResourceType.PROVISIONED_CONCURRENCY,
            ResourceType.RECURSION_CONFIG,
            ResourceType.RESERVED_CONCURRENCY);

    private final LambdaClient lambda;
    private final Arns arns;
    private final Known known;

    Parts(LambdaClient lambda, Arns arns, Known known) {
        this.lambda = lambda;
        this.arns = arns;
        this.known = known;
    }

    /** Those that we have set, as far as the function's tags tell. */
    static List<Resource> marked(String function, Map<String, String> tags, Known known) {
        List<Resource> marked = new ArrayList<>();
        for (ResourceType type : TYPES) {
            mark(unread(type, function), tags, known, marked);
        }
        mark(new EventInvokeConfig(function, DerivedNames.OPS, null, null, null, null), tags, known, marked);
        return marked;
    }

    private static void mark(Resource part, Map<String, String> tags, Known known, List<Resource> marked) {
        if (tags.containsKey(tag(part.id()))) {
            known.marks.add(part.id());
            marked.add(part);
        }
    }

    /** An alias that is not the usual one is told after the type. */
    private static String tag(ResourceId part) {
        String alias = EventInvokeConfig.aliasOf(part.name());
        return Ownership.part(part.type()) + (alias.equals(DerivedNames.LIVE) ? "" : "-" + alias);
    }

    private String function(ResourceId part) {
        return arns.function(EventInvokeConfig.functionOf(part.name()));
    }

    private static Resource unread(ResourceType type, String function) {
        return switch (type) {
            case EVENT_INVOKE_CONFIG -> new EventInvokeConfig(function, DerivedNames.LIVE, null, null, null, null);
            case PROVISIONED_CONCURRENCY -> new ProvisionedConcurrency(function, DerivedNames.LIVE, null);
            case RECURSION_CONFIG -> new RecursionConfig(function, null);
            case RESERVED_CONCURRENCY -> new ReservedConcurrency(function, null);
            default -> throw new IllegalArgumentException(type + " is no part of a function");
        };
    }

    void mark(ResourceId part) {
        if (known.marks.add(part)) {
            Map<String, String> tag = Map.of(tag(part), "yes");
            Retry.until(() -> lambda.tagResource(r -> r.resource(function(part)).tags(tag)), Retry::isBusy);
        }
    }

    void unmark(ResourceId part) {
        known.marks.remove(part);
        try {
            Retry.until(
                    () -> lambda.untagResource(r -> r.resource(function(part)).tagKeys(tag(part))), Retry::isBusy);
        } catch (ResourceNotFoundException e) {
            // The function is gone, and its tags with it.
        }
    }
}
