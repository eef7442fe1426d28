package io.lambdamaven.runtime.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks what a sender packed, up to the size of any event: a few bytes may stand for gigabytes. */
public final class Gzip {
    private Gzip() {}

    /**
     * Unpacks.
     *
     * @param packed by gzip
     * @return at most 16 MB
     * @throws JsonException if it is not packed by gzip or would be larger
     */
    public static byte[] unpack(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = in.readNBytes(Limits.BYTES + 1);
            if (bytes.length > Limits.BYTES) {
                throw new JsonException("is larger than " + Limits.BYTES + " bytes when unpacked", null, null);
            }
            return bytes;
        } catch (IOException e) {
            throw new JsonException("is not packed by gzip: " + e.getMessage(), null, e);
        }
    }
}
