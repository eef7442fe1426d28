package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.SortedMap;

/**
 * A receipt rule of Amazon SES that gives the alias the mail for some recipients.
 *
 * @param ruleSet the rule set it is in, or {@link #ACTIVE}
 * @param recipients addresses and domains; none for all
 * @param synchronous whether SES waits for the answer
 */
public record ReceiptRule(
        String ruleSet,
        String name,
        List<String> recipients,
        boolean synchronous,
        String functionName,
        String alias,
        ResourceId permission)
        implements Resource {
    /** Stands for the rule set that is active; no name looks like it. */
    public static final String ACTIVE = "(active)";

    public ReceiptRule {
        recipients = List.copyOf(recipients);
    }

    @Override
    public ResourceId id() {
        return id(ruleSet, name);
    }

    /** The id of a rule: its name is unique in its rule set. */
    public static ResourceId id(String ruleSet, String name) {
        return new ResourceId(ResourceType.RECEIPT_RULE, ruleSet + "/" + name);
    }

    @Override
    public SortedMap<String, String> attributes() {
        return new Attributes()
                .put("recipients", recipients)
                .put("synchronous", synchronous)
                .put("target", functionName + ":" + alias)
                .toMap();
    }

    @Override
    public List<ResourceId> dependsOn() {
        return List.of(permission);
    }
}
