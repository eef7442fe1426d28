package io.lambdamaven.runtime.code;

import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.aws.Receiver;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;

/**
 * Reads an object in several ranges at a time straight into a file, and digests the file behind them. The first answer
 * says which object it is; the other ranges are asked of that one only.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance-guidelines.html">AWS: byte-range
 *     fetches</a>
 */
final class Download {
    private static final AwsService S3 = new AwsService("S3", "s3", "s3", "");

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
            Receiver receiver = new RangeReceiver(source, expected, disk, ranges, range, deadline, file);
            aws.receive(tag == null ? request : request.header("If-Match", tag), deadline, receiver);
        }
    }
}
