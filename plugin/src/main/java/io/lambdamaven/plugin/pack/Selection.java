package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.model.Need;
import io.lambdamaven.plugin.model.References;
import io.lambdamaven.plugin.model.RuntimeLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which inputs stand in the archive: all but those libraries of the handler runtime that nothing needs. One is needed by
 * a handler, by a class that hands the runtime any value, or by a class that names one of its own; and what is packed
 * may need more.
 */
final class Selection {
    private static final String CLASS = ".class";

    /** The runtime names the classes of all its libraries, and touches those that a handler needs. */
    private static final String RUNTIME_CLASSES = "io/lambdamaven/";

    /** Read from class files at build time and never loaded. */
    private static final String ANNOTATIONS = "io/lambdamaven/annotation/";

    /** What serves the layout slim alone. */
    private static final String SLIM = RUNTIME_CLASSES + "runtime/code/";

    /** What sends signed requests, for triggers and tasks that a project without the signer cannot have. */
    private static final List<String> SIGNED =
            List.of(RUNTIME_CLASSES + "runtime/callback/", RUNTIME_CLASSES + "runtime/task/");

    /** What serves features, by what generated code that uses one names. */
    private static final Map<String, List<String>> FEATURES = Map.of(
            RUNTIME_CLASSES + "runtime/web/", List.of(RUNTIME_CLASSES + "runtime/web/"),
            RUNTIME_CLASSES + "runtime/validation/", List.of(RUNTIME_CLASSES + "runtime/validation/"),
            RUNTIME_CLASSES + "runtime/document/", List.of(RUNTIME_CLASSES + "runtime/document/"),
            RUNTIME_CLASSES + "runtime/socket/", List.of(RUNTIME_CLASSES + "runtime/socket/"),
            RUNTIME_CLASSES + "runtime/form/", List.of(RUNTIME_CLASSES + "runtime/form/"),
            // A key of idempotency is its caller's.
            RUNTIME_CLASSES + "runtime/caller/",
                    List.of(RUNTIME_CLASSES + "runtime/caller/", RUNTIME_CLASSES + "runtime/task/Once"),
            RUNTIME_CLASSES + "runtime/terms/", List.of(RUNTIME_CLASSES + "runtime/route/HttpTerms"));

    private static final String SIGNER = "software.amazon.awssdk:http-auth-aws";

    /** An input that is left out unless it turns out to be needed. */
    private record Candidate(Input input, Dependency dependency, RuntimeLibrary library) {}

    private final PackRequest request;
    private final Map<Dependency, Candidate> open = new LinkedHashMap<>();
    private final Map<String, Candidate> byClass = new HashMap<>();
    private final Map<Dependency, Need> needs = new LinkedHashMap<>();
    private final Deque<Input> unread = new ArrayDeque<>();

    private Selection(PackRequest request) {
        this.request = request;
    }

    /**
     * @param inputs those that stand in the archive
     * @param needs why candidates are among them, where no handler asked for them
     * @param leftOut those that are not
     */
    record Chosen(List<Input> inputs, Map<Dependency, Need> needs, List<Dependency> leftOut) {}

    static Chosen of(PackRequest request, List<Input> inputs) throws IOException {
        return new Selection(request).choose(inputs);
    }

    private Chosen choose(List<Input> inputs) throws IOException {
        List<RuntimeLibrary> undecided = request.libraries().stream()
                .filter(library -> library.needs().isEmpty() && !isOwn(library))
                .toList();
        for (Input input : inputs) {
            if (!isCandidate(input, undecided)) {
                unread.add(input);
            }
        }
        Sieve sieve = new Sieve(byClass.keySet());
        for (Map.Entry<String, byte[]> generated : request.generated().entrySet()) {
            follow(generated.getKey(), generated.getValue());
        }
        while (!unread.isEmpty() && !open.isEmpty()) {
            unread.remove().read((name, content) -> {
                if (!open.isEmpty() && name.endsWith(CLASS) && !name.startsWith(RUNTIME_CLASSES)) {
                    byte[] file = content.readAllBytes();
                    if (sieve.mayName(file)) {
                        follow(name, file);
                    }
                }
            });
        }
        List<Input> chosen = new ArrayList<>();
        for (Input input : inputs) {
            if (input.dependency() == null || !open.containsKey(input.dependency())) {
                Set<String> unused = annotations(input);
                unused.addAll(idle(input));
                chosen.add(input.without(unused));
            }
        }
        return new Chosen(chosen, needs, List.copyOf(open.keySet()));
    }

    /** A library that the project has by itself works with all that the runtime has for it. */
    private boolean isOwn(RuntimeLibrary library) {
        return request.dependencies().stream()
                .anyMatch(each -> each.artifact().equals(library.artifact()) && !each.comesWith(library));
    }

    private boolean isCandidate(Input input, List<RuntimeLibrary> undecided) {
        Dependency dependency = input.dependency();
        for (RuntimeLibrary library : undecided) {
            if (dependency != null && dependency.comesWith(library)) {
                Candidate candidate = new Candidate(input, dependency, library);
                open.put(dependency, candidate);
                input.entries().keySet().stream()
                        .filter(name -> name.endsWith(CLASS))
                        .forEach(name -> byClass.putIfAbsent(className(name), candidate));
                return true;
            }
        }
        return false;
    }

    private void follow(String name, byte[] file) {
        if (!name.endsWith(CLASS)) {
            return;
        }
        References references = request.references().read(file);
        String user = className(name).replace('/', '.');
        for (String call : references.anyValues()) {
            for (Candidate candidate : List.copyOf(open.values())) {
                if (candidate.library.anyValue()) {
                    add(candidate, new Need(user, "calls " + call));
                }
            }
        }
        for (String each : references.classes()) {
            Candidate candidate = byClass.get(each);
            if (candidate != null) {
                add(candidate, new Need(user, "names " + each.substring(each.lastIndexOf('/') + 1)));
            }
        }
    }

    private void add(Candidate candidate, Need need) {
        if (open.remove(candidate.dependency) != null) {
            needs.put(candidate.dependency, need);
            unread.add(candidate.input);
            if (candidate.dependency.artifact().equals(candidate.library.artifact())) {
                for (Candidate other : List.copyOf(open.values())) {
                    if (other.library.equals(candidate.library)) {
                        add(other, need);
                    }
                }
            }
        }
    }

    private static String className(String entry) {
        return entry.endsWith(CLASS) ? entry.substring(0, entry.length() - CLASS.length()) : entry;
    }

    /** Whether generated code names a class, or one of a package. */
    private boolean isUsed(String runtimeName) {
        return request.generated().values().stream()
                .anyMatch(entry -> new String(entry, StandardCharsets.ISO_8859_1).contains(runtimeName));
    }

    /** Parts of the runtime for features that the jar cannot have. */
    private Set<String> idle(Input input) {
        List<String> unused = new ArrayList<>();
        FEATURES.forEach((feature, named) -> {
            if (named.stream().noneMatch(this::isUsed)) {
                unused.add(feature);
            }
        });
        if (request.layout() != Layout.SLIM) {
            unused.add(SLIM);
        }
        if (request.dependencies().stream().noneMatch(each -> each.artifact().equals(SIGNER))) {
            unused.addAll(SIGNED);
        }
        return input.entries().keySet().stream()
                .filter(name -> unused.stream().anyMatch(name::startsWith))
                .collect(Collectors.toSet());
    }

    /** Annotation types among the runtime's; the enums beside them may be used in code. */
    private Set<String> annotations(Input input) throws IOException {
        Set<String> annotations = new HashSet<>();
        if (input.entries().keySet().stream().anyMatch(name -> name.startsWith(ANNOTATIONS))) {
            input.read((name, content) -> {
                if (name.startsWith(ANNOTATIONS)
                        && request.references().read(content.readAllBytes()).annotation()) {
                    annotations.add(name);
                }
            });
        }
        return annotations;
    }
}
