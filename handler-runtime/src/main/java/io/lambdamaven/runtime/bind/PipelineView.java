package io.lambdamaven.runtime.bind;

import io.lambdamaven.api.PipelineJob;
import io.lambdamaven.runtime.event.EventObject;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Sees a job of a pipeline; the user parameters are its text, and JSON for those who want a type. */
public final class PipelineView extends View {
    /**
     * Sees an event.
     *
     * @param event the event
     */
    public PipelineView(byte[] event) {
        super("'UserParameters' of the job", event);
    }

    @Override
    @Nullable
    Object made(Class<?> type) {
        if (type != PipelineJob.class) {
            return null;
        }
        EventObject job = job();
        EventObject data = job.in("data");
        return new PipelineJob(
                job.text("id"),
                job.text("accountId"),
                userParameters(),
                data.textOrNull("continuationToken"),
                data.tree());
    }

    @Override
    byte[] text() {
        return payload();
    }

    @Override
    byte[] payload() {
        return userParameters().getBytes(StandardCharsets.UTF_8);
    }

    private EventObject job() {
        return fields().in("CodePipeline.job");
    }

    private String userParameters() {
        return job().in("data").in("actionConfiguration").in("configuration").text("UserParameters");
    }
}
