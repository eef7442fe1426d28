package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceId;

/** What a name such as {@code arn:aws:sns:...:topic -> function:alias} says. */
record Wire(String source, String function, String alias) {
    private static final String ARROW = " -> ";

    static Wire of(String name) {
        int arrow = name.lastIndexOf(ARROW);
        int colon = name.lastIndexOf(':');
        return new Wire(
                name.substring(0, arrow), name.substring(arrow + ARROW.length(), colon), name.substring(colon + 1));
    }

    /** The statement that lets the source call. */
    ResourceId permission(String service) {
        return Permission.id(function, alias, DerivedNames.statementFor(service, source));
    }
}
