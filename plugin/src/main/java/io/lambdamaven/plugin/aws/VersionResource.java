package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Version;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;
import software.amazon.awssdk.services.lambda.model.State;

/** The published version. Publishing what has not changed gives the version there is: no harm done twice. */
final class VersionResource implements Kind<Version> {
    private final LambdaClient lambda;
    private final Known known;
    private final Waits waits;
    private final OldVersions old;

    VersionResource(LambdaClient lambda, Known known, Waits waits) {
        this.lambda = lambda;
        this.known = known;
        this.waits = waits;
        this.old = new OldVersions(lambda);
    }

    @Override
    public Class<Version> type() {
        return Version.class;
    }

    @Override
    public void create(Version wanted, Desired desired) {
        AtomicBoolean active = new AtomicBoolean();
        Retry.until(
                () -> {
                    PublishVersionResponse published = lambda.publishVersion(
                            r -> r.functionName(wanted.functionName()).codeSha256(wanted.codeSha256()));
                    known.versions.put(wanted.functionName(), published.version());
                    active.set(published.state() == State.ACTIVE);
                },
                Retry::isBusy);
        if (!active.get()) {
            waits.published(wanted.functionName(), Known.get(known.versions, wanted.functionName()));
        }
        old.delete(wanted);
    }

    @Override
    public void update(Version there, Version wanted, List<AttributeChange> changes, Desired desired) {
        if (Kind.touches(changes, "codeSha256") || Kind.touches(changes, "configurationDigest")) {
            create(wanted, desired);
        } else {
            old.delete(wanted);
        }
    }

    /** Versions go with their function. */
    @Override
    public void delete(Version there, Desired desired) {}
}
