package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.local.socket.SocketFront;
import io.lambdamaven.plugin.local.wire.Recorded;
import io.lambdamaven.plugin.local.wire.StateDirectory;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.Version;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes resources in and out, and lets what serves them follow. */
final class Registry {
    private final StateDirectory directory;
    private final Functions functions;
    private final CodeStore code;
    private final Hosts hosts;
    private final Fronts fronts;
    private final SocketFronts sockets;
    private final Schedules schedules;
    private final Clock clock;
    private final SortedMap<ResourceId, Recorded> resources = new TreeMap<>();

    Registry(
            StateDirectory directory,
            Functions functions,
            CodeStore code,
            Hosts hosts,
            Fronts fronts,
            SocketFronts sockets,
            Schedules schedules,
            Clock clock) {
        this.directory = directory;
        this.functions = functions;
        this.code = code;
        this.hosts = hosts;
        this.fronts = fronts;
        this.sockets = sockets;
        this.schedules = schedules;
        this.clock = clock;
        directory.recorded().forEach(each -> resources.put(each.resource().id(), each));
    }

    synchronized List<Recorded> all() {
        return List.copyOf(resources.values());
    }

    /** Serves what is on record. */
    synchronized void follow() throws Exception {
        hosts.retain(functions.inUse());
        fronts.serve(Front.of(all()));
        sockets.serve(SocketFront.of(all()));
        schedules.keep(all());
    }

    /**
     * @param jar a function's code
     * @param application what that code starts, where it is not in the jar
     */
    synchronized void put(Recorded recorded, @Nullable Path jar, @Nullable Path application) throws Exception {
        Resource resource = recorded.resource();
        if (resource instanceof LambdaFunction function) {
            functions.put(new Published(
                    function,
                    Published.LATEST,
                    digest(function, jar, application),
                    recorded.region(),
                    clock.instant()));
        } else if (resource instanceof Version version) {
            functions.change(
                    version.functionName(),
                    recorded.region(),
                    there -> there.publish().withoutOld());
            code.retain(functions.code());
        } else if (resource instanceof Alias alias) {
            functions.change(alias.functionName(), recorded.region(), there -> there.pointAtNewest(alias.alias()));
        } else {
            Schedules.check(resource);
        }
        resources.put(resource.id(), recorded);
        save();
        follow();
    }

    private String digest(LambdaFunction function, @Nullable Path jar, @Nullable Path application) {
        if (jar != null) {
            return code.add(jar, application);
        }
        return functions
                .find(function.name())
                .map(there -> there.latest().code())
                .orElseThrow(() -> new ServiceFault(
                        400, "InvalidParameterValueException", "The function " + function.name() + " has no code."));
    }

    synchronized void remove(ResourceId id) throws Exception {
        Recorded recorded = resources.remove(id);
        if (recorded != null) {
            Resource resource = recorded.resource();
            if (resource instanceof LambdaFunction function) {
                functions.remove(function.name());
            } else if (resource instanceof Version version) {
                functions.changeIfThere(version.functionName(), DeployedFunction::withoutVersions);
            } else if (resource instanceof Alias alias) {
                functions.changeIfThere(alias.functionName(), there -> there.withoutAlias(alias.alias()));
            }
            save();
        }
        follow();
        code.retain(functions.code());
    }

    private void save() {
        StateDirectory.write(
                directory.resourcesFile(),
                Json.array(resources.values().stream().map(Recorded::toJson).toList()));
    }
}
