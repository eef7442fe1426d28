package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.report.Progress;
import org.apache.maven.plugin.logging.Log;

/** Progress into Maven's log. */
record LogProgress(Log log) implements Progress {
    @Override
    public void info(String line) {
        log.info(line);
    }

    @Override
    public void warn(String line) {
        log.warn(line);
    }

    @Override
    public void debug(String line) {
        log.debug(line);
    }

    /** Several lines, each with Maven's prefix. */
    void lines(String text) {
        text.lines().forEach(log::info);
    }
}
