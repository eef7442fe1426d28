package io.lambdamaven.plugin.generate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Hands out names that are not taken yet: {@code get}, {@code get2}, {@code get3}. */
final class Names {
    private final Set<String> taken;

    Names(Collection<String> reserved) {
        taken = new HashSet<>(reserved);
    }

    String next(String wanted) {
        String name = wanted;
        for (int i = 2; SourceVersion.isKeyword(name) || !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    /** {@code OrderApi} is {@code orderApi}. */
    static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code get} is {@code Get}. */
    static String upper(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
