package io.lambdamaven.plugin.plan;

import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a plan. */
public sealed interface Change {
    ResourceId id();

    /** The resource is not there yet. */
    record Create(Resource desired) implements Change {
        @Override
        public ResourceId id() {
            return desired.id();
        }
    }

    /** It is there, with other values. */
    record Update(Resource observed, Resource desired, List<AttributeChange> attributes) implements Change {
        public Update {
            attributes = List.copyOf(attributes);
        }

        @Override
        public ResourceId id() {
            return desired.id();
        }
    }

    /** It is ours and no longer wanted. */
    record Delete(Resource observed) implements Change {
        @Override
        public ResourceId id() {
            return observed.id();
        }
    }

    /** It is there as it should be. */
    record Keep(Resource observed) implements Change {
        @Override
        public ResourceId id() {
            return observed.id();
        }
    }

    /** It is ours and no longer wanted, but stays; the reason is told. */
    record Leave(Resource observed, String reason) implements Change {
        @Override
        public ResourceId id() {
            return observed.id();
        }
    }

    /** @param before null where it was not set */
    record AttributeChange(
            String name, @Nullable String before, @Nullable String after) {}
}
