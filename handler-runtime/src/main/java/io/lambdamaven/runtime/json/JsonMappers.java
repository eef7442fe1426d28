package io.lambdamaven.runtime.json;

import org.jspecify.annotations.Nullable;

/** Where a generated handler leaves the project's {@link ObjectMapperProvider}; a process has one function. */
public final class JsonMappers {
    private static volatile @Nullable ObjectMapperProvider provider;

    private JsonMappers() {}

    /**
     * Leaves the provider, which is asked when the first value is read or written.
     *
     * @param projects the project's own
     */
    public static void use(ObjectMapperProvider projects) {
        provider = projects;
    }

    static @Nullable ObjectMapperProvider provider() {
        return provider;
    }
}
