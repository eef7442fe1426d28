package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.manifest.ManifestJson;
import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.model.Manifest;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A packed jar with the manifest in it: all that a deploy needs. */
record Deployable(Manifest manifest, Code code) {
    static Deployable of(Path jar) {
        try {
            Manifest manifest = manifest(jar);
            return new Deployable(
                    manifest,
                    new Code(
                            jar,
                            Base64.getEncoder().encodeToString(sha256(jar)),
                            Files.size(jar),
                            application(jar, manifest.applicationJar())));
        } catch (IOException e) {
            throw new UserFault(
                    Problem.LM505,
                    Place.of(jar.toString()),
                    "The jar cannot be read (" + e.getMessage() + ").",
                    "Build it again with mvn package.",
                    e);
        }
    }

    /** What stands beside the jar; it may be in the bucket already, and then need not be here. */
    private static Code.@Nullable Application application(Path jar, @Nullable ApplicationJar built) throws IOException {
        if (built == null) {
            return null;
        }
        Path file = ApplicationJar.beside(jar);
        if (!Files.isRegularFile(file)) {
            return new Code.Application(null, built.sha256(), built.size());
        }
        if (!HexFormat.of().formatHex(sha256(file)).equals(built.sha256())) {
            throw new UserFault(
                    Problem.LM505,
                    Place.of(file.toString()),
                    "It was not built together with " + jar.getFileName() + ", which asks for another digest.",
                    "Build both again with mvn package, or name a jar with -Dlambda.jar beside which its own stands.");
        }
        return new Code.Application(file, built.sha256(), built.size());
    }

    private static Manifest manifest(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(Manifest.ENTRY);
            if (entry == null) {
                throw new UserFault(
                        Problem.LM505,
                        Place.of(jar.toString()),
                        "The jar has no " + Manifest.ENTRY + ".",
                        "Name a jar that mvn lambda:package made: it ends with -lambda.jar.");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return ManifestJson.read(
                        new String(in.readAllBytes(), StandardCharsets.UTF_8), Place.of(jar.toString()));
            }
        }
    }

    private static byte[] sha256(Path jar) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
