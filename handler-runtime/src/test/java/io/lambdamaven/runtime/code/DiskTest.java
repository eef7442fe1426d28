package io.lambdamaven.runtime.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
    private static final byte[] BYTES = new byte[200_000];

    static {
        new Random(7).nextBytes(BYTES);
    }

    private final Disk disk = new Disk(Path.of("none"), new Expected("", BYTES.length));

    @Test
    void theJarFitsIntoAsManyBytesAsItHas() {
        assertThat(disk.fits(BYTES.length - 1)).isFalse();
        assertThat(disk.fits(BYTES.length)).isTrue();
        assertThat(disk.fits(BYTES.length + 1)).isTrue();
    }

    @Test
    void aDigestIsOfTheseBytesAndNoneBehindThem(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("file"), BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MessageDigest digest = Disk.sha256();
            disk.update(digest, channel, 1, 100_001);
            disk.update(digest, channel, 100_001, 199_999);

            assertThat(digest.digest()).isEqualTo(Disk.sha256().digest(Arrays.copyOfRange(BYTES, 1, 199_999)));
        }
    }

    @Test
    void aFileThatEndsEarlyEndsItsDigest(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3});
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MessageDigest digest = Disk.sha256();
            disk.update(digest, channel, 0, 10);

            assertThat(digest.digest()).isEqualTo(Disk.sha256().digest(new byte[] {1, 2, 3}));
        }
    }

    @Test
    void whatADiskTakesInPiecesLiesWhereItBelongs(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("file");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            disk.write(new Slow(channel), ByteBuffer.wrap(BYTES), 5);
        }

        assertThat(Arrays.copyOfRange(Files.readAllBytes(file), 5, 5 + BYTES.length))
                .isEqualTo(BYTES);
    }
}
