package io.lambdamaven.runtime.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** As files in a folder that all environments of the local Lambda share; each file's time says when it may go. */
final class FileNonces implements Nonces {
    private final Path folder;
    private final Clock clock;

    FileNonces(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public boolean claim(String nonce, long forget) {
        try {
            Files.createDirectories(folder);
            clean();
            Path file;
            try {
                file = Files.createFile(folder.resolve(nonce));
            } catch (FileAlreadyExistsException e) {
                return false;
            }
            Files.setLastModifiedTime(file, FileTime.from(forget, TimeUnit.SECONDS));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("the script's nonce cannot be written down", e);
        }
    }

    private void clean() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                // One that is just being made has the present as its time.
                long time = Files.getLastModifiedTime(file).to(TimeUnit.SECONDS);
                if (time + Verifier.MARGIN < clock.instant().getEpochSecond()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
