package io.lambdamaven.runtime.code;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file that takes a thousand bytes at a time. */
final class Slow extends FileChannel {
    private static final int AT_ONCE = 1000;

    private final FileChannel file;

    Slow(FileChannel file) {
        this.file = file;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        ByteBuffer some = bytes.slice();
        some.limit(Math.min(AT_ONCE, some.remaining()));
        int count = file.write(some, position);
        bytes.position(bytes.position() + count);
        return count;
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("only written to, at positions");
    }

    @Override
    public int read(ByteBuffer bytes) {
        throw unsupported();
    }

    @Override
    public long read(ByteBuffer[] bytes, int offset, int length) {
        throw unsupported();
    }

    @Override
    public int write(ByteBuffer bytes) {
        throw unsupported();
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) {
        throw unsupported();
    }

    @Override
    public long position() {
        throw unsupported();
    }

    @Override
    public FileChannel position(long position) {
        throw unsupported();
    }

    @Override
    public long size() {
        throw unsupported();
    }

    @Override
    public FileChannel truncate(long size) {
        throw unsupported();
    }

    @Override
    public void force(boolean metadata) {
        throw unsupported();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw unsupported();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw unsupported();
    }

    @Override
    public int read(ByteBuffer bytes, long position) {
        throw unsupported();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw unsupported();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw unsupported();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw unsupported();
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
