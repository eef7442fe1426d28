package io.lambdamaven.runtime.code;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The file that the application's jar is kept in, and its digest. */
final class Disk {
    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final Expected expected;

    Disk(Path folder, Expected expected) {
        this.folder = folder;
        this.expected = expected;
    }

    /** The jar, once it was verified. */
    Path jar() {
        return folder.resolve("lambda-maven-" + expected.sha256() + ".jar");
    }

    /** Where it is written before that. */
    private Path partial() {
        return folder.resolve("lambda-maven-" + expected.sha256() + ".part");
    }

    /** Whether an earlier start has left the jar, and it is still what it was. What is not is removed. */
    boolean isThere() {
        Path jar = jar();
        try {
            if (isGood(jar)) {
                return true;
            }
            Files.deleteIfExists(jar);
            return false;
        } catch (IOException e) {
            throw failure("the file " + jar + ", which an earlier start has left, cannot be read", e);
        }
    }

    /** Whether a file is the application: no link, of its size and digest. */
    boolean isGood(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != expected.size()) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            MessageDigest digest = sha256();
            update(digest, channel, 0, expected.size());
            return isExpected(digest);
        }
    }

    /** A new file, for what is fetched. */
    FileChannel create() {
        Path partial = partial();
        try {
            Files.deleteIfExists(partial);
            long room = Files.getFileStore(folder).getUsableSpace();
            if (!fits(room)) {
                throw full("it has " + room + " bytes left", null);
            }
            return FileChannel.open(
                    partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw failure("the file " + partial + " cannot be made", e);
        }
    }

    /** Whether so many free bytes are enough. */
    boolean fits(long room) {
        return room >= expected.size();
    }

    /** Makes what was verified the jar. */
    Path keep() {
        try {
            return Files.move(partial(), jar(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failure("the file " + partial() + " cannot be renamed", e);
        }
    }

    /** Removes what must not be used. */
    void discard() {
        try {
            Files.deleteIfExists(partial());
        } catch (IOException e) {
            // It is not under the name that a later start looks for, and that start begins it anew.
            return;
        }
    }

    void write(FileChannel file, ByteBuffer bytes, long position) {
        try {
            long at = position;
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
        } catch (IOException e) {
            throw full(String.valueOf(e.getMessage()), e);
        }
    }

    /** Adds what is on disk, not what was meant to get there. */
    void update(MessageDigest digest, FileChannel file, long from, long to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        long at = from;
        while (at < to) {
            buffer.clear().limit((int) Math.min(CHUNK, to - at));
            int count = file.read(buffer, at);
            if (count == -1) {
                return;
            }
            digest.update(buffer.array(), 0, count);
            at += count;
        }
    }

    boolean isExpected(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).equals(expected.sha256());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    CodeException failure(String what, IOException cause) {
        return new CodeException(what + " (" + cause + "): the application was not started", cause);
    }

    private CodeException full(String why, @Nullable IOException cause) {
        return new CodeException(
                "the application's jar of " + expected.size() + " bytes does not fit into " + folder + ", " + why
                        + ": set <ephemeralStorage> to more",
                cause);
    }
}
