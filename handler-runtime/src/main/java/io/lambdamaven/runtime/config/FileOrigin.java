package io.lambdamaven.runtime.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** {@code file:path}: for the local Lambda and tests; refused on Lambda, where it could only be what was packed. */
final class FileOrigin implements Origin {
    /** Where Lambda unpacks a function. */
    private static final String TASK_ROOT = "/var/task";

    private final Address address;

    FileOrigin(Address address, Map<String, String> environment) {
        if (!address.version().isEmpty() || TASK_ROOT.equals(environment.get("LAMBDA_TASK_ROOT"))) {
            throw new ConfigException("'" + address.text() + "': files are for the local Lambda, and have no version");
        }
        this.address = address;
    }

    @Override
    public Held read(Session session) {
        try {
            Path file = Path.of(address.place());
            FlatJson.checkSize((int) Math.min(Integer.MAX_VALUE, Files.size(file)));
            return Held.document(address, Files.readAllBytes(file), "");
        } catch (IOException | InvalidPathException e) {
            throw new ConfigException("the file cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }
}
