package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.scan.Patterns.PatternFault;
import java.util.Map;

/**
 * How large a filter policy may be.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">constraints</a>
 */
final class FilterPolicies {
    private static final int MOST_NAMES = 5;
    private static final int MOST_COMBINATIONS = 150;

    private FilterPolicies() {}

    static void check(JsonObject policy) throws PatternFault {
        Size size = new Size();
        size.add(policy, 1);
        if (size.names > MOST_NAMES) {
            throw new PatternFault("it has " + size.names + " names, and a filter policy has at most " + MOST_NAMES);
        }
        if (size.combinations > MOST_COMBINATIONS) {
            throw new PatternFault("its values make " + size.combinations + " combinations, and " + MOST_COMBINATIONS
                    + " are the most");
        }
    }

    /** Each array multiplies the combinations by its length, and by its depth in nested policies. */
    private static final class Size {
        private int names;
        private long combinations = 1;

        private void add(JsonObject policy, int depth) {
            for (Map.Entry<String, Json> member : policy.members().entrySet()) {
                if (member.getValue() instanceof JsonObject nested) {
                    add(nested, depth + 1);
                } else if (member.getValue() instanceof JsonArray array
                        && !member.getKey().equals(Patterns.OR)) {
                    names++;
                    combinations *= (long) array.size() * depth;
                }
            }
        }
    }
}
