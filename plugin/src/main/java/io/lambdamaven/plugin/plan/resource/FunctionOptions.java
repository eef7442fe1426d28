package io.lambdamaven.plugin.plan.resource;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What most functions leave as Lambda sets it. Each part is null where the endpoint did not tell; what is as Lambda sets
 * it gives no attribute, so that a new option changes nothing for those who do not use it.
 *
 * @param ephemeralStorage MB in {@code /tmp}
 * @param kmsKey ARN of the key that encrypts the environment, empty for Lambda's own
 * @param layers ARNs of layer versions, in the order in which they are laid over each other
 * @param tracing {@code Active} or {@code PassThrough}
 * @param deadLetter ARN of a queue or topic, empty for none
 * @param snapStart {@code PublishedVersions} or {@code None}
 */
public record FunctionOptions(
        @Nullable Integer ephemeralStorage,
        @Nullable String kmsKey,
        @Nullable List<String> layers,
        @Nullable Network network,
        @Nullable Mount mount,
        @Nullable String tracing,
        @Nullable Logging logging,
        @Nullable String deadLetter,
        @Nullable String snapStart) {
    /** MB that every function has. */
    public static final int USUAL_STORAGE = 512;

    /** Traces only what an upstream service traces. */
    public static final String PASS_THROUGH = "PassThrough";

    /** No SnapStart. */
    public static final String NO_SNAP_START = "None";

    /** Nothing is told. */
    public static final FunctionOptions UNKNOWN =
            new FunctionOptions(null, null, null, null, null, null, null, null, null);

    /** As Lambda sets it. */
    public static final FunctionOptions USUAL = new FunctionOptions(
            USUAL_STORAGE, "", List.of(), Network.NONE, Mount.NONE, PASS_THROUGH, Logging.TEXT, "", NO_SNAP_START);

    public FunctionOptions {
        layers = layers == null ? null : List.copyOf(layers);
    }

    /**
     * The subnets that a function reaches; none for those that are in no VPC of the account.
     *
     * @param ipv6 whether it reaches IPv6 addresses outside
     */
    public record Network(List<String> subnets, List<String> securityGroups, boolean ipv6) {
        /** In no VPC. */
        public static final Network NONE = new Network(List.of(), List.of(), false);

        /** Their order means nothing. */
        public Network {
            subnets = List.copyOf(new TreeSet<>(subnets));
            securityGroups = List.copyOf(new TreeSet<>(securityGroups));
        }
    }

    /**
     * A file system of EFS.
     *
     * @param accessPoint ARN, empty for none
     * @param path where the function finds it
     */
    public record Mount(String accessPoint, String path) {
        /** No file system. */
        public static final Mount NONE = new Mount("", "");
    }

    /**
     * How logs are written.
     *
     * @param format {@code Text} or {@code JSON}; levels are JSON's
     */
    public record Logging(
            String format,
            @Nullable String applicationLevel,
            @Nullable String systemLevel) {
        /** Lines of text, all of them. */
        public static final Logging TEXT = new Logging("Text", null, null);
    }

    void attributes(Attributes to) {
        if (ephemeralStorage != null && ephemeralStorage != USUAL_STORAGE) {
            to.put("ephemeralStorage", ephemeralStorage);
        }
        unusual(to, "kmsKey", kmsKey, "");
        if (layers != null && !layers.isEmpty()) {
            to.put("layers", String.join(", ", layers));
        }
        if (network != null && !network.equals(Network.NONE)) {
            to.put("vpcSubnets", network.subnets())
                    .put("vpcSecurityGroups", network.securityGroups())
                    .put("vpcIpv6", network.ipv6() ? "true" : null);
        }
        if (mount != null && !mount.equals(Mount.NONE)) {
            to.put("fileSystem", mount.accessPoint()).put("fileSystemPath", mount.path());
        }
        unusual(to, "tracing", tracing, PASS_THROUGH);
        if (logging != null && !logging.equals(Logging.TEXT)) {
            to.put("logFormat", logging.format())
                    .put("applicationLogLevel", logging.applicationLevel())
                    .put("systemLogLevel", logging.systemLevel());
        }
        unusual(to, "deadLetter", deadLetter, "");
        unusual(to, "snapStart", snapStart, NO_SNAP_START);
    }

    private static void unusual(Attributes to, String name, @Nullable String value, String usual) {
        if (!usual.equals(value)) {
            to.put(name, value);
        }
    }

    /** The attributes whose absence says that Lambda's own setting is in force. */
    Set<String> told() {
        Set<String> told = new TreeSet<>();
        tell(told, ephemeralStorage, "ephemeralStorage");
        tell(told, kmsKey, "kmsKey");
        tell(told, layers, "layers");
        tell(told, network, "vpcSubnets", "vpcSecurityGroups", "vpcIpv6");
        tell(told, mount, "fileSystem", "fileSystemPath");
        tell(told, tracing, "tracing");
        tell(told, logging, "logFormat", "applicationLogLevel", "systemLogLevel");
        tell(told, deadLetter, "deadLetter");
        tell(told, snapStart, "snapStart");
        return told;
    }

    private static void tell(Set<String> told, @Nullable Object part, String... names) {
        if (part != null) {
            told.addAll(List.of(names));
        }
    }
}
