package io.lambdamaven.runtime.code;

import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsResponse;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.aws.Receiver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object in several ranges at a time straight into a file, and digests the file behind them. The first answer
 * says which object it is; the other ranges are asked of that one only.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance-guidelines.html">AWS: byte-range
 *     fetches</a>
 */
final class Download {
    private static final AwsService S3 = new AwsService("S3", "s3", "s3", "");
    private static final int CHUNK = 1 << 16;

    private final Aws aws;
    private final Source source;
    private final Expected expected;
    private final Disk disk;
    private final Ranges ranges;
    private final Deadline deadline;

    Download(Aws aws, Source source, Expected expected, Disk disk, Ranges ranges, Deadline deadline) {
        this.aws = aws;
        this.source = source;
        this.expected = expected;
        this.disk = disk;
        this.ranges = ranges;
        this.deadline = deadline;
    }

    /** The digest of what is in the file then. */
    MessageDigest into(FileChannel file) {
        for (int i = 0; i < ranges.threads() && i < ranges.count(); i++) {
            Thread thread = new Thread(new Reader(file), "lambda-maven-code-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        try {
            MessageDigest digest = Disk.sha256();
            for (int i = 0; i < ranges.count(); i++) {
                ranges.awaitDone(i);
                disk.update(digest, file, ranges.from(i), ranges.to(i));
            }
            return digest;
        } catch (IOException e) {
            throw disk.failure("what was fetched cannot be read again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CodeException("interrupted while " + source + " was read", e);
        } finally {
            // A thread that still waits for an answer finds the file closed.
            ranges.stop();
        }
    }

    /** One of the threads: takes ranges as long as there are any. */
    private final class Reader implements Runnable {
        private final FileChannel file;

        Reader(FileChannel file) {
            this.file = file;
        }

        @Override
        public void run() {
            try {
                for (int range = ranges.next(); range >= 0; range = ranges.next()) {
                    read(range);
                    ranges.done(range);
                }
            } catch (AwsException e) {
                ranges.fail(Refusal.of(e, source));
            } catch (RuntimeException | Error e) {
                ranges.fail(e);
            }
        }

        private void read(int range) {
            AwsRequest request = AwsRequest.of(S3, "GetObject", "GET", "/" + source.path())
                    .bucket(source.bucket())
                    .header("Range", "bytes=" + ranges.from(range) + "-" + (ranges.to(range) - 1));
            String tag = ranges.tag();
            aws.receive(tag == null ? request : request.header("If-Match", tag), deadline, new Writer(range, file));
        }
    }

    private final class Writer implements Receiver {
        private final int range;
        private final FileChannel file;

        Writer(int range, FileChannel file) {
            this.range = range;
            this.file = file;
        }

        @Override
        public void receive(AwsResponse head, InputStream body) throws IOException {
            check(head);
            byte[] chunk = new byte[CHUNK];
            long at = ranges.from(range);
            for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
                if (at + count > ranges.to(range)) {
                    throw new CodeException(source + " gave more than was asked for: the application was not started");
                }
                disk.write(file, ByteBuffer.wrap(chunk, 0, count), at);
                at += count;
                if (deadline.millis() == 0 || ranges.isStopped()) {
                    throw new IOException("the answer is too slow");
                }
            }
            if (at < ranges.to(range)) {
                throw new IOException("the answer ended early");
            }
        }

        private void check(AwsResponse head) {
            String said = head.header("Content-Range");
            long size = said == null ? -1 : total(said);
            if (size != expected.size()) {
                throw new CodeException(source + " has " + (size < 0 ? "an unknown number of" : Long.toString(size))
                        + " bytes, and what was built has " + expected.size() + ": the application was not started");
            }
            if (!("bytes " + ranges.from(range) + "-" + (ranges.to(range) - 1) + "/" + size).equals(said)) {
                throw new CodeException(
                        source + " gave another range than was asked for: the application was not" + " started");
            }
            String tag = head.header("ETag");
            if (tag == null || !ranges.is(tag)) {
                throw new CodeException(source + " was replaced while it was read: the application was not started");
            }
        }

        private static long total(String contentRange) {
            @Nullable String size = contentRange.substring(contentRange.lastIndexOf('/') + 1);
            try {
                return Long.parseLong(size);
            } catch (NumberFormatException e) {
                return -1;
            }
        }
    }
}
