package io.lambdamaven.runtime.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a path and decodes each segment by itself, so that an encoded slash stays within its segment. One slash at the
 * end does not count.
 */
final class PathSegments {
    private PathSegments() {}

    static List<String> split(String path) {
        List<String> segments = new ArrayList<>();
        int from = path.startsWith("/") ? 1 : 0;
        while (from < path.length()) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 ? path.length() : slash;
            segments.add(path.substring(from, to));
            from = to + 1;
        }
        return segments;
    }

    /**
     * @param lenient whether a percent sign may stand for itself, as in the paths that HTTP APIs have decoded already
     * @return the decoded segments, or null if an escape is malformed or a segment leads out of its folder
     */
    static @Nullable List<String> decode(String path, boolean lenient) {
        List<String> segments = split(path);
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (segment.indexOf('%') >= 0) {
                String decoded = decodeSegment(segment);
                if (decoded == null && !lenient) {
                    return null;
                }
                segments.set(i, decoded == null ? segment : decoded);
            }
        }
        for (int i = 0; i < segments.size(); i++) {
            if (isTrap(segments.get(i))) {
                return null;
            }
        }
        return segments;
    }

    /** Nothing that a method makes a file's name of may climb out of a folder, or end early. */
    private static boolean isTrap(String segment) {
        if (segment.indexOf('.') < 0) {
            return segment.indexOf(0) >= 0;
        }
        int from = 0;
        for (int i = 0; i <= segment.length(); i++) {
            char c = i < segment.length() ? segment.charAt(i) : '/';
            if (c == 0) {
                return true;
            }
            if (c == '/' || c == '\\') {
                int length = i - from;
                if ((length == 1 || length == 2) && segment.startsWith("..".substring(0, length), from)) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }

    private static @Nullable String decodeSegment(String segment) {
        byte[] in = segment.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out.put(in[i]);
                continue;
            }
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            out.put((byte) ((high << 4) | low));
            i += 2;
        }
        try {
            // Unlike a String's constructor, a decoder refuses what is not UTF-8 instead of replacing it.
            return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
