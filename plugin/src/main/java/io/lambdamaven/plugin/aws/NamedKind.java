package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.Optional;

/** Resources that are read one by one, by the name in their id. */
interface NamedKind<R extends Resource> extends Kind<R> {
    /** The type in ids. */
    ResourceType resourceType();

    /**
     * The resource of this name as it is; none if it is not there or not ours.
     *
     * @param wanted whether it is desired: then one of this name that is somebody else's is a fault
     */
    Optional<? extends Resource> observe(String name, Desired desired, boolean wanted);

    /**
     * The ledger: the name of the resource that one of our statements was written for, if it is of this type. So what
     * is no longer desired is found.
     */
    default Optional<String> wiredBy(Permission statement) {
        return Optional.empty();
    }
}
