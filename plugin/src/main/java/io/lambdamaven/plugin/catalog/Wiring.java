package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.model.Trigger;
import java.util.Optional;

/** Which triggers the deployer wires, and what is to be done for the others. */
public final class Wiring {
    private Wiring() {}

    /**
     * What somebody has to do for a trigger that the deployer leaves alone, if it does: <code>{alias}</code> stands for
     * what to call.
     */
    public static Optional<String> byHand(Trigger trigger) {
        String text =
                trigger instanceof Trigger.Service service ? Catalog.of(service).wiring(service) : "";
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
