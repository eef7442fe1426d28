package io.lambdamaven.plugin.pack;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import org.apache.logging.log4j.maven.plugins.shade.transformer.Log4j2PluginCacheFileTransformer;
import org.apache.maven.plugins.shade.DefaultShader;
import org.apache.maven.plugins.shade.ShadeRequest;
import org.apache.maven.plugins.shade.filter.Filter;
import org.apache.maven.plugins.shade.resource.GroovyResourceTransformer;
import org.apache.maven.plugins.shade.resource.ResourceTransformer;
import org.apache.maven.plugins.shade.resource.ServicesResourceTransformer;
import org.apache.maven.plugins.shade.resource.SisuIndexResourceTransformer;
import org.slf4j.helpers.NOPLogger;

/** Merges inputs into one jar with maven-shade-plugin's components; nothing is relocated or left out for size. */
final class Shading {
    /** Of entries that may end up in an archive as part of a nested jar. */
    private static final LocalDateTime EPOCH = LocalDateTime.ofInstant(PackRequest.EARLIEST, ZoneOffset.UTC);

    private final Path folder;

    /** @param folder for temporary files */
    Shading(Path folder) {
        this.folder = folder;
    }

    /** The merged jar, whose order and times are not fixed yet. */
    Path merge(List<Input> inputs) throws IOException {
        Set<File> jars = new LinkedHashSet<>();
        for (Input input : inputs) {
            jars.add((input.plain() ? input.file() : flattened(input, jars.size())).toFile());
        }
        Path merged = folder.resolve("merged.jar");
        ShadeRequest request = new ShadeRequest();
        request.setJars(jars);
        request.setUberJar(merged.toFile());
        request.setFilters(List.of(new LeavingsFilter()));
        request.setRelocators(List.of());
        request.setResourceTransformers(transformers());
        shade(request);
        return merged;
    }

    /** The input as it is, or a jar made of its folder. */
    Path asJar(Input input, int number) throws IOException {
        return Files.isDirectory(input.file()) ? flattened(input, number) : input.file();
    }

    private static void shade(ShadeRequest request) throws IOException {
        try {
            // It would warn of every licence that two jars have; Duplicates tells what matters.
            new DefaultShader(NOPLogger.NOP_LOGGER).shade(request);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static List<ResourceTransformer> transformers() {
        List<ResourceTransformer> transformers = new ArrayList<>();
        transformers.add(new GroovyResourceTransformer()); // one of its files is among the services
        transformers.add(new ServicesResourceTransformer());
        transformers.add(new Log4j2PluginCacheFileTransformer());
        transformers.add(new SisuIndexResourceTransformer());
        transformers.add(new MergedLegalTexts());
        transformers.add(MergedProperties.joiningValues());
        transformers.add(MergedProperties.firstValueWins());
        transformers.add(new MergedText());
        return transformers;
    }

    /** The input as a jar that has one entry for a name; barely compressed, as it lives for seconds. */
    private Path flattened(Input input, int number) throws IOException {
        Path jar = folder.resolve("input-" + number + ".jar");
        try (JarOutputStream out = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)))) {
            out.setLevel(Deflater.BEST_SPEED);
            input.read((name, content) -> {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(EPOCH);
                out.putNextEntry(entry);
                content.transferTo(out);
                out.closeEntry();
            });
        }
        return jar;
    }

    private static final class LeavingsFilter implements Filter {
        @Override
        public boolean canFilter(File jar) {
            return true;
        }

        @Override
        public boolean isFiltered(String name) {
            return Leavings.isLeft(name);
        }

        @Override
        public void finished() {}
    }
}
