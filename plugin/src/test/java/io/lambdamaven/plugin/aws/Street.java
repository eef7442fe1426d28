package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.stage.Project;
import java.util.List;

/** Triggers that one project can have side by side, and what they name. */
interface Street {
    /**
     * A trigger.
     *
     * @param changed the same with another value of one attribute
     * @param change the calls that make this change
     * @param removal the calls that take it away
     */
    record Stall(String name, Trigger trigger, Trigger changed, List<String> change, List<String> removal) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** In an order in which the last one can go without another identifier for the rest. */
    List<Stall> stalls();

    /** Makes what the triggers name, each with something of somebody else's in it. */
    void prepare(Cloud cloud);

    /** A project with these. */
    Project project(List<Trigger> triggers);
}
