package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a function needs for its operators: variables, and for scripts a table that remembers which were there. */
final class OperatorState {
    /** Names that no placeholder's variable can have; the runtime knows the same. */
    static final String COMMANDS = Placeholders.VARIABLE_PREFIX + "_COMMANDS";

    static final String SCRIPT_KEYS = Placeholders.VARIABLE_PREFIX + "_SCRIPT_KEYS";
    static final String SCRIPT_NONCES = Placeholders.VARIABLE_PREFIX + "_SCRIPT_NONCES";

    private final OperatorSettings settings;
    private final String table;
    private final boolean onAws;
    private final boolean hasCommands;

    /** @param onAws whether there are tables */
    OperatorState(FunctionModel function, FunctionSettings settings, boolean onAws) {
        this.settings = settings.extras().operators();
        this.table = DerivedNames.nonces(settings.functionName());
        this.onAws = onAws;
        this.hasCommands = function.routes().stream().anyMatch(route -> route.trigger() instanceof Trigger.Command);
    }

    boolean takesScripts() {
        return !settings.scriptKeys().isEmpty();
    }

    /** Whether operators have an alias: where they can do nothing there is no way to them. */
    boolean hasAlias() {
        return takesScripts() || (hasCommands && settings.commands());
    }

    SortedMap<String, String> variables() {
        TreeMap<String, String> variables = new TreeMap<>();
        if (hasCommands && !settings.commands()) {
            variables.put(COMMANDS, "off");
        }
        if (takesScripts()) {
            variables.put(
                    SCRIPT_KEYS,
                    settings.scriptKeys().entrySet().stream()
                            .map(key -> key.getKey() + ":" + key.getValue().algorithm() + ":"
                                    + key.getValue().encoded())
                            .collect(Collectors.joining(" ")));
            if (onAws) {
                variables.put(SCRIPT_NONCES, table);
            }
        }
        return variables;
    }

    /** The function may write to its table, and no more. */
    void allow(RolePolicy policy, Arns arns) {
        if (takesScripts()) {
            policy.allow(
                    new Wires.Allowance(List.of("dynamodb:PutItem"), List.of(arns.of("dynamodb", "table/" + table))));
        }
    }

    Optional<Source> table(Map<String, String> tags) {
        return takesScripts() && onAws
                ? Optional.of(new Source(
                        ResourceType.TABLE,
                        table,
                        new TreeMap<>(Map.of("key", "id (S)", "billing", "on demand", "ttl", "expires")),
                        tags))
                : Optional.empty();
    }
}
