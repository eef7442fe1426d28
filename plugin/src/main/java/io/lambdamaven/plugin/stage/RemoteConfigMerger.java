package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what is set for a function's remote configuration, but for its sources, which may hold placeholders. */
final class RemoteConfigMerger {
    private static final String SOURCES = "sources";
    private static final String REFRESH = "refresh";
    private static final String KMS_KEY = "kmsKey";
    private static final Pattern KEY = Pattern.compile("arn:[a-z-]+:kms:[a-z0-9-]*:[0-9]*:key/[A-Za-z0-9-]+");
    private static final int LEAST_REFRESH = 10;
    private static final int MOST_REFRESH = 86_400;

    private final BlockReader parts;
    private final Diagnostics warnings;

    RemoteConfigMerger(Values values, Diagnostics faults, Diagnostics warnings) {
        this.parts = new BlockReader(Block.REMOTE_CONFIG, values, faults);
        this.warnings = warnings;
    }

    /** @param role an existing role, which is not changed */
    RemoteConfigSettings merge(@Nullable String role) {
        List<String> sources = new ArrayList<>();
        String text = parts.text(SOURCES);
        for (String source : text == null ? new String[0] : text.split(",", -1)) {
            if (!source.isBlank()) {
                sources.add(source.strip());
            }
        }
        Integer refresh = parts.number(REFRESH, LEAST_REFRESH, MOST_REFRESH, "seconds");
        String key = parts.text(KMS_KEY, KEY, "is not the ARN of a KMS key.", "a key's ARN, not an alias");
        if (sources.isEmpty() && (refresh != null || key != null)) {
            parts.fault(
                    Problem.LM277,
                    SOURCES,
                    "No source is named that could be " + (refresh != null ? "read again." : "encrypted."),
                    parts.set(SOURCES) + ", or remove <remoteConfig>.");
        }
        parts.end(SOURCES + ", " + REFRESH + ", " + KMS_KEY);
        RemoteConfigSettings settings = new RemoteConfigSettings(sources, refresh, key);
        if (role != null && settings.needsSigner()) {
            warnings.add(
                    Problem.LM278,
                    Place.of("<remoteConfig>"),
                    "The existing role '" + role + "' is not changed, and without the right to read "
                            + String.join(", ", sources) + " no version starts.",
                    "Give the role that right, or remove <role> or -Dlambda.role.");
        }
        return settings;
    }
}
