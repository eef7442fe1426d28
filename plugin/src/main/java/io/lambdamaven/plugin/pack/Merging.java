package io.lambdamaven.plugin.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.maven.plugins.shade.relocation.Relocator;
import org.apache.maven.plugins.shade.resource.ReproducibleResourceTransformer;

/**
 * Resources of which every jar may have its own, made one. Shade's transformers of this kind take the name of their
 * resource by injection only, and one is for one name.
 */
abstract class Merging implements ReproducibleResourceTransformer {
    private final SortedMap<String, String> merged = new TreeMap<>();

    /** The name of the resource in which that one ends up, or the empty text if it is none of these. */
    abstract String target(String resource);

    /** Both contents in one; {@code before} is empty for the first. */
    abstract String merge(String before, String content) throws IOException;

    @Override
    public final boolean canTransformResource(String resource) {
        return !target(resource).isEmpty();
    }

    @Override
    public final void processResource(String resource, InputStream in, List<Relocator> relocators, long time)
            throws IOException {
        processResource(resource, in, relocators);
    }

    @Override
    @Deprecated
    public final void processResource(String resource, InputStream in, List<Relocator> relocators) throws IOException {
        String content = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        String target = target(resource);
        merged.put(target, merge(merged.getOrDefault(target, ""), content));
    }

    @Override
    public final boolean hasTransformedResource() {
        return !merged.isEmpty();
    }

    @Override
    public final void modifyOutputStream(JarOutputStream out) throws IOException {
        for (Map.Entry<String, String> resource : merged.entrySet()) {
            out.putNextEntry(new JarEntry(resource.getKey()));
            out.write(resource.getValue().getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
    }

    static String withNewline(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
}
