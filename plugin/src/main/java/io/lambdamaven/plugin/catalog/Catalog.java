package io.lambdamaven.plugin.catalog;

import io.lambdamaven.plugin.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All kinds of trigger that have no rules of their own elsewhere. */
public final class Catalog {
    private static final List<ServiceKind> KINDS = all();

    private Catalog() {}

    private static List<ServiceKind> all() {
        List<ServiceKind> all = new ArrayList<>();
        all.addAll(Messages.KINDS);
        all.addAll(Streams.KINDS);
        all.addAll(Transformations.KINDS);
        all.addAll(Observation.KINDS);
        all.addAll(Access.KINDS);
        all.addAll(Apis.KINDS);
        all.addAll(Dialogs.KINDS);
        all.addAll(Operations.KINDS);
        all.addAll(Storage.KINDS);
        all.addAll(Devices.KINDS);
        return List.copyOf(all);
    }

    /** Every kind, related ones side by side. */
    public static List<ServiceKind> kinds() {
        return KINDS;
    }

    /** The kind of a word such as {@code sns}. */
    public static Optional<ServiceKind> find(String word) {
        return KINDS.stream().filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** The kind of an annotation, by its binary name. */
    public static Optional<ServiceKind> ofAnnotation(String binaryName) {
        return KINDS.stream()
                .filter(kind -> kind.annotation().equals(binaryName))
                .findFirst();
    }

    /** The kind of an annotation that holds repeated ones, by its binary name. */
    public static Optional<ServiceKind> ofContainer(String binaryName) {
        return KINDS.stream()
                .filter(kind -> kind.container().equals(binaryName))
                .findFirst();
    }

    /** The kind of a trigger that was read with this catalogue. */
    public static ServiceKind of(Trigger.Service trigger) {
        return find(trigger.kind())
                .orElseThrow(() -> new IllegalArgumentException("No kind of trigger: " + trigger.kind()));
    }

    /** How many rows of the route table, and so numbers, a trigger has. */
    public static int rowCount(Trigger trigger) {
        return trigger instanceof Trigger.Service service
                ? of(service).rows(service).size()
                : 1;
    }

    /** Whether whoever sends an event shapes all of it, so that it has to come through the alias for that. */
    public static boolean isRaw(Trigger trigger) {
        return trigger instanceof Trigger.Invoke
                || (trigger instanceof Trigger.Service service && Devices.isRaw(service));
    }
}
