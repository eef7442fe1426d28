package io.lambdamaven.plugin.local.daemon;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A function with all of its versions. Numbers are never given twice.
 *
 * @param numbered the published versions by number
 * @param aliases the number each alias points at
 */
record DeployedFunction(
        Published latest, SortedMap<Integer, Published> numbered, SortedMap<String, Integer> aliases, int lastNumber) {
    /** AWS keeps every version; here each one takes room on the user's own disk. */
    private static final int KEPT = 10;

    DeployedFunction {
        numbered = Collections.unmodifiableSortedMap(new TreeMap<>(numbered));
        aliases = Collections.unmodifiableSortedMap(new TreeMap<>(aliases));
    }

    static DeployedFunction first(Published latest) {
        return new DeployedFunction(latest, new TreeMap<>(), new TreeMap<>(), 0);
    }

    DeployedFunction withLatest(Published changed) {
        return new DeployedFunction(changed, numbered, aliases, lastNumber);
    }

    /** As Lambda does, publishes nothing where nothing changed since the newest version. */
    DeployedFunction publish() {
        Published newest = numbered.get(lastNumber);
        if (newest != null && newest.sameAs(latest)) {
            return this;
        }
        int number = lastNumber + 1;
        TreeMap<Integer, Published> more = new TreeMap<>(numbered);
        more.put(number, latest.as(Integer.toString(number)));
        return new DeployedFunction(latest, more, aliases, number);
    }

    DeployedFunction pointAtNewest(String alias) {
        if (numbered.isEmpty()) {
            throw new ServiceFault(404, "ResourceNotFoundException", latest.arn() + " has no published version");
        }
        TreeMap<String, Integer> moved = new TreeMap<>(aliases);
        moved.put(alias, numbered.lastKey());
        return new DeployedFunction(latest, numbered, moved, lastNumber);
    }

    DeployedFunction withoutAlias(String alias) {
        TreeMap<String, Integer> fewer = new TreeMap<>(aliases);
        fewer.remove(alias);
        return new DeployedFunction(latest, numbered, fewer, lastNumber);
    }

    DeployedFunction withoutVersions() {
        return new DeployedFunction(latest, new TreeMap<>(), new TreeMap<>(), lastNumber);
    }

    /** Without the versions that no alias points at, but for the newest ones. */
    DeployedFunction withoutOld() {
        TreeMap<Integer, Published> needed = new TreeMap<>(numbered);
        needed.keySet().removeIf(number -> !aliases.containsValue(number) && number <= lastNumber - KEPT);
        return new DeployedFunction(latest, needed, aliases, lastNumber);
    }

    Optional<Published> find(String qualifier) {
        if (qualifier.equals(Published.LATEST)) {
            return Optional.of(latest);
        }
        Integer number = aliases.get(qualifier);
        if (number == null && qualifier.matches("[0-9]{1,9}")) {
            number = Integer.valueOf(qualifier);
        }
        return number == null ? Optional.empty() : Optional.ofNullable(numbered.get(number));
    }

    /** What may be running: the versions behind an alias, and {@code $LATEST}. */
    Set<Published> inUse() {
        Set<Published> used = new HashSet<>();
        used.add(latest);
        aliases.keySet().forEach(alias -> find(alias).ifPresent(used::add));
        return used;
    }

    JsonObject toJson() {
        JsonObject.Builder points = Json.object();
        aliases.forEach((alias, number) -> points.put(alias, number.longValue()));
        return Json.object()
                .put("latest", latest.toJson())
                .put(
                        "numbered",
                        Json.array(numbered.values().stream()
                                .map(Published::toJson)
                                .toList()))
                .put("aliases", points)
                .put("lastNumber", lastNumber)
                .build();
    }

    static DeployedFunction of(Json json) {
        JsonObject object = json.asObject();
        TreeMap<Integer, Published> numbered = new TreeMap<>();
        object.array("numbered").values().stream()
                .map(Published::of)
                .forEach(published -> numbered.put(Integer.valueOf(published.version()), published));
        TreeMap<String, Integer> aliases = new TreeMap<>();
        object.object("aliases").members().forEach((alias, number) -> aliases.put(alias, number.asInt()));
        return new DeployedFunction(
                Published.of(object.get("latest")),
                numbered,
                aliases,
                object.get("lastNumber").asInt());
    }
}
