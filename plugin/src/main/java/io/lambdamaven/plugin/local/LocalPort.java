package io.lambdamaven.plugin.local;

import io.lambdamaven.plugin.apply.DeployLock;
import io.lambdamaven.plugin.apply.Port;
import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.wire.Account;
import io.lambdamaven.plugin.local.wire.Recorded;
import io.lambdamaven.plugin.local.wire.ResourceCodec;
import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Observed;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Deploys to the local Lambda. Looking needs no daemon; the first change starts one. */
public final class LocalPort implements Port {
    private final LocalDaemon daemon;
    private @Nullable DaemonClient client;

    public LocalPort(LocalDaemon daemon) {
        this.daemon = daemon;
    }

    @Override
    public Whereabouts whereabouts() {
        return new Whereabouts(Account.PARTITION, daemon.region(), Account.ID);
    }

    @Override
    public Observed observe(Desired desired) {
        return new Observed(daemon.recorded().stream()
                .filter(recorded -> recorded.isOf(desired.project(), desired.stage()))
                .map(Recorded::resource)
                .toList());
    }

    /** The daemon takes one change after the other, and two deploys of one person on one machine need no more. */
    @Override
    public DeployLock lock(Desired desired, Progress progress) {
        return () -> {};
    }

    @Override
    public void execute(Change change, Desired desired, Progress progress) {
        if (change instanceof Change.Create create) {
            put(create.desired(), desired);
        } else if (change instanceof Change.Update update) {
            put(update.desired(), desired);
        } else if (change instanceof Change.Delete delete) {
            remove(delete.id());
        }
    }

    private void put(Resource resource, Desired desired) {
        JsonObject.Builder body = Json.object()
                .put("recorded", new Recorded(desired.project(), desired.stage(), daemon.region(), resource).toJson());
        Path code = desired.code();
        if (resource instanceof LambdaFunction function && code != null) {
            body.put("jar", code.toAbsolutePath().toString());
            Path application = ApplicationJar.beside(code);
            if (ApplicationJar.BOOTSTRAP.equals(function.handler()) && Files.isRegularFile(application)) {
                body.put("application", application.toAbsolutePath().toString());
            }
        }
        client().change("PUT", "resource", body.build());
    }

    private void remove(ResourceId id) {
        client().change("DELETE", "resource", ResourceCodec.idToJson(id));
    }

    private synchronized DaemonClient client() {
        DaemonClient known = client;
        if (known == null) {
            daemon.start();
            known = daemon.required();
            client = known;
        }
        return known;
    }

    @Override
    public void close() {
        // The daemon goes on: that is what it is for.
    }
}
