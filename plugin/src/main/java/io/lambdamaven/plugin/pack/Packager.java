package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Makes the archive that Lambda gets, or finds that it is there already. */
public final class Packager {
    private static final String APPLICATION = "application.jar";

    private final Limits limits;

    public Packager(Limits limits) {
        this.limits = limits;
    }

    /**
     * Packs what is asked for.
     *
     * @throws UserFault for all that keeps it from being packed
     */
    public PackResult pack(PackRequest request) {
        Diagnostics faults = new Diagnostics();
        List<Input> inputs =
                new InputReader(request.javaRelease(), faults).read(request.classes(), request.dependencies());
        faults.throwIfAny();
        try {
            Selection.Chosen chosen = Selection.of(request, inputs);
            Libraries.check(chosen.inputs(), faults);
            faults.throwIfAny();
            return pack(request, chosen);
        } catch (IOException e) {
            throw explain(e, request, inputs);
        }
    }

    private PackResult pack(PackRequest request, Selection.Chosen chosen) throws IOException {
        Path output = request.output();
        List<Input> inputs = chosen.inputs();
        Diagnostics warnings = new Diagnostics();
        LibraryNotes libraries = new LibraryNotes(request.libraries(), chosen);
        libraries.warnOfMissing(warnings);
        Libraries.warn(inputs, warnings);
        Duplicates.report(inSearchOrder(inputs, request.layout()), warnings);
        Sizes sizes = new Sizes(limits, inputs, request.layout());

        String fingerprint = Fingerprint.of(request, inputs);
        Optional<PackState> earlier = PackState.find(output, fingerprint);
        PackState state;
        if (earlier.isPresent()) {
            state = earlier.get();
            sizes.checkUnzipped(output, state.unzippedSize());
        } else {
            state = write(request, inputs, fingerprint, sizes);
        }
        long size = Files.size(output);
        sizes.warnOfZipped(output, size, warnings);
        return new PackResult(
                output,
                state.codeDigest(),
                state.codeSha256(),
                size,
                state.unzippedSize(),
                state.application(),
                earlier.isPresent(),
                libraries.notes(),
                chosen.leftOut().stream().map(Dependency::coordinates).toList(),
                warnings.list());
    }

    private static PackState write(PackRequest request, List<Input> inputs, String fingerprint, Sizes sizes)
            throws IOException {
        Path output = request.output().toAbsolutePath();
        Path parent = Files.createDirectories(output.getParent());
        try (Workspace workspace = new Workspace(parent);
                Contents contents = Contents.of(request, inputs, sizes.storesLibraries(), workspace.folder())) {
            Archive archive = new Archive(contents.entries());
            Archive.Measure measure = archive.measure();
            ApplicationJar application =
                    request.layout() == Layout.SLIM ? application(request, inputs, workspace) : null;
            byte[] manifest = request.manifest().write(measure.codeDigest(), application);
            long unzipped = measure.size() + manifest.length;
            sizes.checkUnzipped(output, unzipped);
            Path written = workspace.folder().resolve("written.jar");
            String sha256 = archive.write(written, manifest, request.timestamp());
            if (application != null) {
                Files.move(
                        workspace.folder().resolve(APPLICATION),
                        ApplicationJar.beside(output),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(written, output, StandardCopyOption.REPLACE_EXISTING);
            PackState state = new PackState(fingerprint, measure.codeDigest(), sha256, unzipped, application);
            state.write(output);
            return state;
        }
    }

    /** Writes the jar for S3. It has no manifest of ours, so that the same code is the same jar in every version. */
    private static ApplicationJar application(PackRequest request, List<Input> inputs, Workspace workspace)
            throws IOException {
        Path written = workspace.folder().resolve(APPLICATION);
        try (Contents contents = Contents.ofApplication(request, inputs, workspace.folder())) {
            String sha256 = new Archive(contents.entries()).write(written, request.timestamp());
            Sizes.checkApplication(ApplicationJar.beside(request.output()), Files.size(written));
            return new ApplicationJar(Digests.hex(Base64.getDecoder().decode(sha256)), Files.size(written));
        }
    }

    private static List<Input> inSearchOrder(List<Input> inputs, Layout layout) {
        return switch (layout) {
            case JAR, SLIM -> inputs;
            case LIB -> {
                List<Input> sorted = new ArrayList<>(inputs.subList(0, 1));
                sorted.addAll(LibNames.of(inputs.subList(1, inputs.size())).values());
                yield sorted;
            }
        };
    }

    /** A jar whose directory is sound can still hold an entry that is not: finds it, else it is the output. */
    private static UserFault explain(IOException failure, PackRequest request, List<Input> inputs) {
        Diagnostics faults = new Diagnostics();
        for (Input input : inputs) {
            Dependency dependency = input.dependency();
            try {
                input.read((name, content) -> content.transferTo(OutputStream.nullOutputStream()));
            } catch (IOException e) {
                if (dependency != null) {
                    InputReader.unreadable(faults, dependency, InputReader.reason(e));
                }
            }
        }
        if (faults.isEmpty()) {
            faults.add(
                    Problem.LM107,
                    Place.of(request.output().toString()),
                    "The archive cannot be written (" + InputReader.reason(failure) + ").",
                    "Make room, or let the user who runs Maven write to the folder.");
        }
        return new UserFault(faults.list(), failure);
    }
}
