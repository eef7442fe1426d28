package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.model.Manifest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Entries, measured and written so that the same contents always give the same bytes. */
final class Archive {
    private static final String JAR_MANIFEST = "META-INF/MANIFEST.MF";

    private static final Source JAR_MANIFEST_CONTENT =
            Source.of("Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));

    private final SortedMap<String, Source> entries;

    Archive(SortedMap<String, Source> entries) {
        this.entries = new TreeMap<>(entries);
        this.entries.put(JAR_MANIFEST, JAR_MANIFEST_CONTENT);
        this.entries.remove(Manifest.ENTRY);
    }

    /**
     * What stands in the manifest and is held against Lambda's limit.
     *
     * @param size bytes of all contents but the manifest
     */
    record Measure(String codeDigest, long size) {}

    Measure measure() throws IOException {
        MessageDigest whole = Digests.sha256();
        long size = 0;
        for (Map.Entry<String, Source> entry : entries.entrySet()) {
            MessageDigest one = Digests.sha256();
            try (InputStream in = new DigestInputStream(entry.getValue().open(), one)) {
                size += in.transferTo(OutputStream.nullOutputStream());
            }
            Digests.addLine(whole, entry.getKey(), one.digest());
        }
        return new Measure(Digests.hex(whole.digest()), size);
    }

    /** Writes the file with the manifest in it; gives the file's SHA-256 in base64. */
    String write(Path file, byte[] manifest, Instant timestamp) throws IOException {
        SortedMap<String, Source> all = new TreeMap<>(entries);
        all.put(Manifest.ENTRY, Source.of(manifest));
        return write(file, all, timestamp);
    }

    /** The same without a manifest. */
    String write(Path file, Instant timestamp) throws IOException {
        return write(file, new TreeMap<>(entries), timestamp);
    }

    private static String write(Path file, SortedMap<String, Source> all, Instant timestamp) throws IOException {
        // Local time without a zone is what zip holds: taken as UTC it is the same on every machine.
        LocalDateTime time = LocalDateTime.ofInstant(
                timestamp.isBefore(PackRequest.EARLIEST) ? PackRequest.EARLIEST : timestamp, ZoneOffset.UTC);
        MessageDigest digest = Digests.sha256();
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.DEFAULT_COMPRESSION);
            // Readers that stream expect a jar's own manifest first.
            add(zip, JAR_MANIFEST, JAR_MANIFEST_CONTENT, time);
            all.remove(JAR_MANIFEST);
            all.putAll(folders(all.keySet()));
            for (Map.Entry<String, Source> entry : all.entrySet()) {
                add(zip, entry.getKey(), entry.getValue(), time);
            }
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static void add(ZipOutputStream zip, String name, Source content, LocalDateTime time) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        try (InputStream in = content.open()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }

    /** Entries for folders: libraries that look for classes in a package list these. */
    private static SortedMap<String, Source> folders(Iterable<String> names) {
        SortedSet<String> folders = new TreeSet<>();
        for (String name : names) {
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                folders.add(name.substring(0, slash + 1));
            }
        }
        SortedMap<String, Source> empty = new TreeMap<>();
        folders.forEach(folder -> empty.put(folder, Source.of(new byte[0])));
        return empty;
    }
}
