package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.local.wire.Account;
import io.lambdamaven.plugin.local.wire.StateDirectory;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Every deployed function, as the file has it. */
final class Functions {
    private final Path file;
    private final SortedMap<String, DeployedFunction> functions = new TreeMap<>();

    Functions(Path file) {
        this.file = file;
        StateDirectory.read(file, json -> {
                    Map<String, DeployedFunction> read = new TreeMap<>();
                    json.asObject().members().forEach((name, each) -> read.put(name, DeployedFunction.of(each)));
                    return read;
                })
                .ifPresent(read -> read.forEach((name, each) -> functions.put(name, each)));
    }

    synchronized Optional<DeployedFunction> find(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    synchronized List<DeployedFunction> all() {
        return List.copyOf(functions.values());
    }

    synchronized void put(Published latest) {
        String name = latest.function().name();
        DeployedFunction there = functions.get(name);
        functions.put(name, there == null ? DeployedFunction.first(latest) : there.withLatest(latest));
        save();
    }

    synchronized void change(String name, String region, UnaryOperator<DeployedFunction> change) {
        DeployedFunction there = functions.get(name);
        if (there == null) {
            throw ServiceFault.functionNotFound(Account.functionArn(region, name));
        }
        functions.put(name, change.apply(there));
        save();
    }

    /** The same for a function that may be gone. */
    synchronized void changeIfThere(String name, UnaryOperator<DeployedFunction> change) {
        functions.computeIfPresent(name, (key, there) -> change.apply(there));
        save();
    }

    synchronized void remove(String name) {
        functions.remove(name);
        save();
    }

    synchronized Set<Published> inUse() {
        Set<Published> used = new HashSet<>();
        functions.values().forEach(function -> used.addAll(function.inUse()));
        return used;
    }

    /** The code of every version that is left. */
    synchronized List<String> code() {
        Set<String> code = new HashSet<>();
        functions.values().forEach(function -> {
            code.add(function.latest().code());
            function.numbered().values().forEach(version -> code.add(version.code()));
        });
        return code.stream().sorted().toList();
    }

    private void save() {
        JsonObject.Builder json = Json.object();
        functions.forEach((name, function) -> json.put(name, function.toJson()));
        StateDirectory.write(file, json.build());
    }
}
