package io.lambdamaven.plugin.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** What goes into the archive, by its path there; open until closed. */
final class Contents implements AutoCloseable {
    private final SortedMap<String, Source> entries = new TreeMap<>();
    private final @Nullable ZipFile merged;

    private Contents(@Nullable ZipFile merged) {
        this.merged = merged;
    }

    /**
     * @param stored whether libraries that stay jars lose their compression
     * @param folder for temporary files
     */
    static Contents of(PackRequest request, List<Input> inputs, boolean stored, Path folder) throws IOException {
        Contents contents = switch (request.layout()) {
            case JAR -> merged(new Shading(folder).merge(inputs));
            case LIB -> unmerged(inputs, stored, folder);
            case SLIM -> merged(new Shading(folder).merge(Bootstrap.of(request, inputs)));
        };
        request.generated().forEach((name, content) -> {
            if (request.layout() != Layout.SLIM || !isCode(name)) {
                contents.entries.put(name, Source.of(content));
            }
        });
        return contents;
    }

    /** Of the application that goes to S3. */
    static Contents ofApplication(PackRequest request, List<Input> inputs, Path folder) throws IOException {
        Contents contents = merged(new Shading(Files.createDirectory(folder.resolve("application"))).merge(inputs));
        request.generated().forEach((name, content) -> {
            if (isCode(name)) {
                contents.entries.put(name, Source.of(content));
            }
        });
        return contents;
    }

    /** What is not tells of the archive that Lambda gets. */
    private static boolean isCode(String name) {
        return name.endsWith(".class");
    }

    private static Contents merged(Path jar) throws IOException {
        ZipFile zip = new ZipFile(jar.toFile());
        Contents contents = new Contents(zip);
        zip.stream()
                .filter(entry -> !entry.isDirectory())
                .forEach(entry -> contents.entries.put(entry.getName(), () -> zip.getInputStream(entry)));
        return contents;
    }

    private static Contents unmerged(List<Input> inputs, boolean stored, Path folder) throws IOException {
        Shading shading = new Shading(folder);
        Contents contents = new Contents(null);
        Input classes = inputs.get(0);
        classes.entries().forEach((name, entry) -> {
            contents.entries.put(name, Source.of(classes.file().resolve(entry.name())));
        });
        int number = 0;
        for (Map.Entry<String, Input> library :
                LibNames.of(inputs.subList(1, inputs.size())).entrySet()) {
            Input input = library.getValue();
            Path jar = shading.asJar(input, ++number);
            contents.entries.put(
                    library.getKey(),
                    Source.of(stored ? StoredJar.of(jar, folder.resolve("stored-" + number + ".jar")) : jar));
        }
        return contents;
    }

    SortedMap<String, Source> entries() {
        return entries;
    }

    @Override
    public void close() throws IOException {
        if (merged != null) {
            merged.close();
        }
    }
}
