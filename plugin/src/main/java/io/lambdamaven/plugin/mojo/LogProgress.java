package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.report.Line;
import io.lambdamaven.plugin.report.Progress;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.shared.utils.logging.MessageBuilder;
import org.apache.maven.shared.utils.logging.MessageUtils;

/** Progress into Maven's log. */
record LogProgress(Log log) implements Progress {
    @Override
    public void info(String line) {
        log.info(line);
    }

    /** In colour, where Maven writes in colour: not with {@code -B}, into a file, or with {@code -Dstyle.color=never}. */
    @Override
    public void line(Line line) {
        MessageBuilder out = MessageUtils.buffer();
        log.info(
                switch (line.tone()) {
                    case PLAIN -> line.text();
                    case HEADING -> out.strong(line.text()).build();
                    case MADE -> out.success(line.text()).build();
                    case CHANGED -> out.warning(line.text()).build();
                    case REMOVED, ALERT -> out.failure(line.text()).build();
                    case LEFT -> out.project(line.text()).build();
                });
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
