package io.lambdamaven.plugin.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lists whole that the SDK has no paginators for, such as API Gateway's. */
final class Pages {
    static final String MOST = "100";

    private Pages() {}

    /** Asks for a page; the token is null for the first one. */
    interface Page<R> {
        R at(@Nullable String token);
    }

    /** The token of the next page, null or empty after the last one. */
    interface Next<R> {
        @Nullable
        String after(R page);
    }

    static <T, R> List<T> all(Page<R> pages, Function<R, List<T>> items, Next<R> next) {
        List<T> all = new ArrayList<>();
        String token = null;
        do {
            R page = pages.at(token);
            all.addAll(items.apply(page));
            token = next.after(page);
        } while (token != null && !token.isEmpty());
        return all;
    }
}
