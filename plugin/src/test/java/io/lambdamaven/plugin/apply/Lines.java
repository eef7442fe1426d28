package io.lambdamaven.plugin.apply;

import io.lambdamaven.plugin.report.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps what a run told. */
final class Lines implements Progress {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    List<String> all() {
        return List.copyOf(lines);
    }

    @Override
    public void info(String line) {
        lines.add(line);
    }

    @Override
    public void warn(String line) {
        lines.add("WARN " + line);
    }

    @Override
    public void debug(String line) {
        // Not for users.
    }
}
