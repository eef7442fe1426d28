package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Version;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The published version. Publishing what has not changed gives the version there is: no harm done twice. */
final class VersionResource implements Kind<Version> {
    private final LambdaClient lambda;
    private final Known known;
    private final Waits waits;

    VersionResource(LambdaClient lambda, Known known, Waits waits) {
        this.lambda = lambda;
        this.known = known;
        this.waits = waits;
    }

    @Override
    public Class<Version> type() {
        return Version.class;
    }

    @Override
    public void create(Version wanted, Desired desired) {
        Retry.until(
                () -> {
                    String version = lambda.publishVersion(
                                    r -> r.functionName(wanted.functionName()).codeSha256(wanted.codeSha256()))
                            .version();
                    known.versions.put(wanted.functionName(), version);
                },
                Retry::isBusy);
        waits.published(wanted.functionName(), Known.get(known.versions, wanted.functionName()));
    }

    @Override
    public void update(Version there, Version wanted, List<AttributeChange> changes, Desired desired) {
        create(wanted, desired);
    }

    /** Versions go with their function. */
    @Override
    public void delete(Version there, Desired desired) {}
}
