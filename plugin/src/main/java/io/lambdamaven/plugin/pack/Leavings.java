package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.model.Manifest;
import java.util.Locale;
import java.util.Set;

/** What of a jar has no meaning, or a wrong one, once it stands among the entries of others. */
final class Leavings {
    static final String VERSIONS = "META-INF/versions/";

    private static final Set<String> NAMES = Set.of(
            "META-INF/MANIFEST.MF", // speaks of one jar; ours is written anew
            "META-INF/INDEX.LIST",
            "META-INF/DEPENDENCIES",
            Manifest.ENTRY); // a dependency may be such a project itself

    private static final Set<String> SIGNATURES = Set.of("SF", "DSA", "RSA", "EC");

    private Leavings() {}

    static boolean isLeft(String name) {
        return NAMES.contains(name)
                || name.equals("module-info.class")
                || name.startsWith(VERSIONS)
                || isSignature(name);
    }

    /** Signatures cover one jar as it was; a class loader refuses a tree in which they no longer fit. */
    private static boolean isSignature(String name) {
        if (!name.startsWith("META-INF/") || name.indexOf('/', "META-INF/".length()) >= 0) {
            return false;
        }
        String file = name.substring("META-INF/".length()).toUpperCase(Locale.ROOT);
        return file.startsWith("SIG-") || SIGNATURES.contains(file.substring(file.lastIndexOf('.') + 1));
    }
}
