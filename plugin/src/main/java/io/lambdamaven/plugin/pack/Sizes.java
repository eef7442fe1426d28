package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Holds an archive against Lambda's limits. */
final class Sizes {
    private static final int SHOWN = 5;
    private static final long S3_PUT = 5L * 1024 * 1024 * 1024;

    private final Limits limits;
    private final List<Input> inputs;
    private final Layout layout;

    Sizes(Limits limits, List<Input> inputs, Layout layout) {
        this.limits = limits;
        this.inputs = inputs;
        this.layout = layout;
    }

    /** Whether libraries may stand in the archive without a compression of their own: half the limit is left for layers. */
    boolean storesLibraries() {
        return inputs.stream().mapToLong(Input::unzippedSize).sum() <= limits.unzipped() / 2;
    }

    void checkUnzipped(Path output, long size) throws IOException {
        if (size > limits.unzipped()) {
            throw new UserFault(List.of(new Diagnostic(
                    Problem.LM104,
                    Place.of(output.getFileName().toString()),
                    "It would hold " + megabytes(size) + ", and Lambda takes " + megabytes(limits.unzipped())
                            + " unzipped. The largest in it: " + largest() + ".",
                    "Exclude what the functions do not use with <exclusions> in the <dependency> that brings it, or have"
                            + " the code fetched from a bucket of yours: <layout>slim</layout> or -Dlambda.layout=slim,"
                            + " and <codeBucket>.")));
        }
    }

    void warnOfZipped(Path output, long size, Diagnostics warnings) throws IOException {
        if (size > limits.zipped()) {
            warnings.add(
                    Problem.LM106,
                    Place.of(output.getFileName().toString()),
                    "It has " + megabytes(size) + ", and Lambda takes " + megabytes(limits.zipped())
                            + " by direct upload. The largest in it: " + largest() + ".",
                    "Name a bucket to upload through in <codeBucket> or -Dlambda.codeBucket, for code over "
                            + megabytes(limits.unzipped()) + " unzipped together with <layout>slim</layout>, or exclude"
                            + " what the functions do not use.");
        }
    }

    /** The application is sent in one request. */
    static void checkApplication(Path file, long size) {
        if (size > S3_PUT) {
            throw new UserFault(List.of(new Diagnostic(
                    Problem.LM130,
                    Place.of(file.getFileName().toString()),
                    "It has " + megabytes(size) + ", and S3 takes " + megabytes(S3_PUT) + " in a request.",
                    "Exclude what the functions do not use with <exclusions> in the <dependency> that brings it.")));
        }
    }

    private record Part(String label, long size) {}

    private String largest() throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Input input : inputs) {
            boolean asFile = layout == Layout.LIB && Files.isRegularFile(input.file());
            parts.add(new Part(input.label(), asFile ? Files.size(input.file()) : input.unzippedSize()));
        }
        return parts.stream()
                .sorted(Comparator.comparingLong(Part::size).reversed().thenComparing(Part::label))
                .limit(SHOWN)
                .map(part -> part.label + " (" + megabytes(part.size) + ")")
                .collect(Collectors.joining(", "));
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024));
    }
}
