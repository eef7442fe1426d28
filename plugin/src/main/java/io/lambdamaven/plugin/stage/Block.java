package io.lambdamaven.plugin.stage;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings that have parts, under their names in the pom. */
public enum Block {
    ALB("alb"),
    CORS("cors"),
    HTTP_API("httpApi"),
    REMOTE_CONFIG("remoteConfig"),
    REST("rest"),
    SCRIPT_KEYS("scriptKeys");

    /** The element whose children are known by a key, not by their names. */
    public static final String ROUTES = "routes";

    /** The element with that key. */
    public static final String KEY = "key";

    private static final Set<String> LISTS = Set.of(
            "allowHeaders",
            "allowMethods",
            "allowOrigins",
            "apiKeys",
            "audience",
            "binaryMediaTypes",
            "exposeHeaders",
            "hosts",
            "identitySources",
            "paths",
            "scopes",
            "sources",
            "userPools",
            "vpcEndpointIds");

    private final String element;

    Block(String element) {
        this.element = element;
    }

    /** Its name in the pom, without brackets; after {@code lambda.} the beginning of its names on the command line. */
    public String element() {
        return element;
    }

    /** The setting of this name, or null. */
    public static @Nullable Block named(String element) {
        for (Block block : values()) {
            if (block.element.equals(element)) {
                return block;
            }
        }
        return null;
    }

    /** Whether a part is a list: its texts stand in elements of their own, or are joined by commas. */
    public static boolean isList(String element) {
        return LISTS.contains(element);
    }

    /** Whether {@code none} is a value there. */
    boolean knowsNone(String path) {
        return path.endsWith(".authorizer") || path.endsWith(".binaryMediaTypes");
    }
}
