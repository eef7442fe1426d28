package io.lambdamaven.plugin.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is set for one stage, merged and checked.
 *
 * @param region null to leave it to the AWS SDK
 * @param codeBucket bucket for code over the limit of a direct upload and for slim functions, or null for none
 * @param taskBucket bucket for arguments of tasks that no message holds, or null for none
 * @param createMissing whether queues, topics, buckets, tables, streams and log groups that triggers name are made
 * @param connection how AWS is reached, and as whom
 * @param functions one for each function of the project, in the same order
 */
public record StageSettings(
        String stage,
        Target target,
        @Nullable String region,
        @Nullable String codeBucket,
        @Nullable String taskBucket,
        boolean createMissing,
        Connection connection,
        List<FunctionSettings> functions) {
    public StageSettings {
        functions = List.copyOf(functions);
    }
}
