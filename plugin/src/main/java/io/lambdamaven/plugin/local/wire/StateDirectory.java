package io.lambdamaven.plugin.local.wire;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The directory that holds all of a local Lambda; one daemon at most works in it. */
public record StateDirectory(Path root) {
    public StateDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** How the running daemon is reached, with its token: for its owner only. */
    public Path daemonFile() {
        return root.resolve("daemon.json");
    }

    /** What the daemon prints. */
    public Path daemonLog() {
        return root.resolve("daemon.log");
    }

    /** Locked by the running daemon. */
    public Path lockFile() {
        return root.resolve("daemon.lock");
    }

    /** The unpacked code, by digest. */
    public Path code() {
        return root.resolve("code");
    }

    /** Every resource of every project and stage. */
    public Path resourcesFile() {
        return root.resolve("resources.json");
    }

    /** Published versions and aliases. */
    public Path functionsFile() {
        return root.resolve("functions.json");
    }

    /** Ports by what they were given to. */
    public Path portsFile() {
        return root.resolve("ports.json");
    }

    /** One function's log. */
    public Path log(String functionName) {
        return root.resolve("logs").resolve(functionName + ".log");
    }

    /** Which scripts a function was sent. */
    public Path nonces(String functionName) {
        return root.resolve("nonces").resolve(functionName);
    }

    /** The resources on record; none if nothing was ever deployed here. */
    public List<Recorded> recorded() {
        return read(
                        resourcesFile(),
                        json -> json.asArray().values().stream()
                                .map(each -> Recorded.of(each.asObject()))
                                .toList())
                .orElse(List.of());
    }

    /** How the daemon that runs here, or ran last and broke off, is reached. */
    public Optional<DaemonInfo> daemon() {
        return read(daemonFile(), json -> DaemonInfo.of(json.asObject()));
    }

    /**
     * What a file says, if there is the file.
     *
     * @throws UncheckedIOException if it cannot be read, is damaged, or says something that this version does not know
     */
    public static <T> Optional<T> read(Path file, Function<Json, T> meaning) {
        try {
            return Files.exists(file)
                    ? Optional.of(meaning.apply(Json.parse(Files.readString(file))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException | IllegalArgumentException e) {
            throw new UncheckedIOException(new IOException(
                    file + " is damaged, or of another version of the plugin (" + e.getMessage()
                            + "). It has only what was deployed locally: stop the local Lambda, delete the directory "
                            + file.toAbsolutePath().getParent() + " and deploy again",
                    e));
        }
    }

    /** Writes it whole or not at all, readable by its owner only. */
    public static void write(Path file, Json json) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory == null) {
                throw new IOException(file + " is no file");
            }
            Files.createDirectories(directory);
            Path temporary = Files.createTempFile(directory, ".new", ".json", ownerOnly(directory));
            try {
                Files.writeString(temporary, json.pretty());
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
