package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.apply.DeployLock;
import io.lambdamaven.plugin.apply.Port;
import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Observed;
import io.lambdamaven.plugin.report.Progress;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Observes and changes one account and region of AWS, or an emulator of it. */
public final class AwsPort implements Port {
    private final AwsSettings settings;
    private final AwsErrors errors;
    private final AwsClients clients;
    private final Parallel parallel = new Parallel();
    private final Object lock = new Object();
    private @Nullable Whereabouts where;
    private @Nullable Kinds kinds;

    /** With credentials from the SDK's default chain, or the profile that the settings name. */
    public AwsPort(AwsSettings settings) {
        this(settings, null);
    }

    AwsPort(AwsSettings settings, @Nullable AwsCredentialsProvider credentials) {
        this.settings = settings;
        this.errors = new AwsErrors(settings);
        try {
            this.clients = new AwsClients(settings, credentials);
        } catch (SdkException e) {
            parallel.close();
            throw errors.translate(e, "AWS");
        }
    }

    @Override
    public Whereabouts whereabouts() {
        synchronized (lock) {
            if (where == null) {
                try {
                    GetCallerIdentityResponse caller = clients.sts.getCallerIdentity();
                    String partition = caller.arn().split(":", -1)[1];
                    where = new Whereabouts(partition, clients.region().id(), caller.account());
                } catch (SdkException e) {
                    throw errors.translate(e, "AWS");
                }
            }
            return where;
        }
    }

    @Override
    public Observed observe(Desired desired) {
        Arns arns = new Arns(whereabouts());
        Kinds fresh = new Kinds(clients, settings, arns, StageParameters.ledger(desired), parallel);
        synchronized (lock) {
            kinds = fresh;
        }
        return new Observer(clients, fresh, errors, arns, desired, parallel).observe();
    }

    @Override
    public DeployLock lock(Desired desired, Progress progress) {
        String name = StageParameters.lock(desired);
        try {
            SsmClient ssm = clients.of(SsmClient.class, SsmClient::builder);
            return SsmLock.take(ssm, name, settings.lockTimeout(), progress, Clock.systemUTC());
        } catch (SdkException e) {
            throw errors.translate(e, "the stage's lock " + name);
        }
    }

    @Override
    public void execute(Change change, Desired desired, Progress progress) {
        Kinds observed;
        synchronized (lock) {
            // What was observed has the ids of what is changed.
            observed = Objects.requireNonNull(kinds, "Nothing was observed yet");
        }
        try {
            observed.execute(change, desired);
        } catch (SdkException e) {
            throw errors.translate(e, change.id().toString());
        }
    }

    @Override
    public void close() {
        parallel.close();
        clients.close();
    }
}
