package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.model.Need;
import io.lambdamaven.plugin.model.RuntimeLibrary;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says which of the runtime's libraries are packed, for whom, and what that costs. */
final class LibraryNotes {
    private static final int SHOWN = 4;

    private final List<RuntimeLibrary> libraries;
    private final Selection.Chosen chosen;

    LibraryNotes(List<RuntimeLibrary> libraries, Selection.Chosen chosen) {
        this.libraries = libraries;
        this.chosen = chosen;
    }

    List<String> notes() throws IOException {
        List<String> notes = new ArrayList<>();
        for (RuntimeLibrary library : libraries) {
            List<Input> packed = packed(library);
            List<Need> needs = new ArrayList<>(library.needs());
            for (Input input : packed) {
                Need need = input.dependency() == null ? null : chosen.needs().get(input.dependency());
                if (need != null && !needs.contains(need) && !isWithin(packed, need)) {
                    needs.add(need);
                }
            }
            if (packed.isEmpty() || needs.isEmpty()) {
                continue;
            }
            boolean whole = packed.stream().anyMatch(input -> isItself(input, library));
            String names = whole
                    ? library.artifactId()
                    : packed.stream().map(LibraryNotes::artifactId).collect(Collectors.joining(", "));
            notes.add(names + " (" + Sizes.megabytes(size(packed)) + (whole ? ", " + library.cost() : "")
                    + ") is packed for " + listed(needs) + ".");
            if (whole && !library.needs().isEmpty()) {
                notes.add(library.otherwise());
            }
        }
        return notes;
    }

    /** A library can be kept from the archive by an exclusion, or by a scope that Maven lets win. */
    void warnOfMissing(Diagnostics warnings) {
        for (RuntimeLibrary library : libraries) {
            if (!library.needs().isEmpty() && packed(library).stream().noneMatch(input -> isItself(input, library))) {
                warnings.add(
                        Problem.LM110,
                        Place.of("<dependencies>"),
                        library.artifact() + " is not among the packed dependencies, and " + listed(library.needs())
                                + (library.needs().size() == 1 ? " needs it." : " need it."),
                        "Give it the <scope> compile or runtime, or take it out of <exclusions>; or have a layer bring"
                                + " it. " + library.otherwise());
            }
        }
    }

    private List<Input> packed(RuntimeLibrary library) {
        return chosen.inputs().stream()
                .filter(input -> isItself(input, library)
                        || (input.dependency() != null && input.dependency().comesWith(library)))
                .toList();
    }

    private static boolean isItself(Input input, RuntimeLibrary library) {
        return input.dependency() != null && input.dependency().artifact().equals(library.artifact());
    }

    /** Whether the need is one part's of another. */
    private static boolean isWithin(List<Input> packed, Need need) {
        String entry = need.user().replace('.', '/') + ".class";
        return packed.stream().anyMatch(input -> input.entries().containsKey(entry));
    }

    private static String artifactId(Input input) {
        return input.dependency() == null ? "" : input.dependency().artifactId();
    }

    private static long size(List<Input> inputs) throws IOException {
        long size = 0;
        for (Input input : inputs) {
            size += Files.isDirectory(input.file()) ? input.unzippedSize() : Files.size(input.file());
        }
        return size;
    }

    static String listed(List<Need> needs) {
        List<String> shown =
                new ArrayList<>(needs.stream().limit(SHOWN).map(Need::toString).toList());
        if (needs.size() > SHOWN) {
            shown.set(SHOWN - 1, (needs.size() - SHOWN + 1) + " more");
        }
        String last = shown.remove(shown.size() - 1);
        return shown.isEmpty() ? last : String.join(", ", shown) + " and " + last;
    }
}
