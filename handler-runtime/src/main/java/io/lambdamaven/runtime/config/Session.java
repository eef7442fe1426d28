package io.lambdamaven.runtime.config;

import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsResponse;
import io.lambdamaven.runtime.aws.Deadline;
import org.jspecify.annotations.Nullable;

/** One loading: what it may ask, and until when. Without requests the signer is not loaded. */
final class Session {
    private final @Nullable Aws aws;
    private final Deadline deadline;

    /** @param aws null for the one of this process */
    Session(@Nullable Aws aws, Deadline deadline) {
        this.aws = aws;
        this.deadline = deadline;
    }

    AwsResponse send(AwsRequest request) {
        return (aws == null ? Aws.here() : aws).send(request, deadline);
    }
}
