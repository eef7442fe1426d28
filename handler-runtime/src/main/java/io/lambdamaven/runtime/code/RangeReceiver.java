package io.lambdamaven.runtime.code;

import io.lambdamaven.runtime.aws.AwsResponse;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.aws.Receiver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes one range where it belongs, if the answer is of the very object and range that was asked for. */
final class RangeReceiver implements Receiver {
    private static final int CHUNK = 1 << 16;

    private final Source source;
    private final Expected expected;
    private final Disk disk;
    private final Ranges ranges;
    private final int range;
    private final Deadline deadline;
    private final FileChannel file;

    RangeReceiver(
            Source source,
            Expected expected,
            Disk disk,
            Ranges ranges,
            int range,
            Deadline deadline,
            FileChannel file) {
        this.source = source;
        this.expected = expected;
        this.disk = disk;
        this.ranges = ranges;
        this.range = range;
        this.deadline = deadline;
        this.file = file;
    }

    @Override
    public void receive(AwsResponse head, InputStream body) throws IOException {
        check(head);
        byte[] chunk = new byte[CHUNK];
        long at = ranges.from(range);
        for (int count = body.read(chunk); count != -1; count = body.read(chunk)) {
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
            throw new CodeException(source + " gave another range than was asked for: the application was not started");
        }
        String tag = head.header("ETag");
        if (tag == null || !ranges.is(tag)) {
            throw new CodeException(source + " was replaced while it was read: the application was not started");
        }
    }

    private static long total(String contentRange) {
        try {
            return Long.parseLong(contentRange.substring(contentRange.lastIndexOf('/') + 1));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
