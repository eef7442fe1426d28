package io.lambdamaven.plugin.script;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The classes of a script in the one form that the runtime reads: lengths before contents, no directory and no
 * compression.
 */
public final class ScriptBundle {
    private static final String MAGIC = "LMS1";

    /** What the runtime takes, of classes and of arguments. */
    public static final int LIMIT = 1 << 20;

    /** As many classes as the runtime takes. */
    public static final int MOST_CLASSES = 255;

    private ScriptBundle() {}

    /**
     * The bytes to sign and send.
     *
     * @param main binary name of the class with the method
     * @param classes class files by binary name, that one among them
     */
    public static byte[] of(String main, SortedMap<String, byte[]> classes) {
        SortedMap<String, byte[]> others = new TreeMap<>(classes);
        byte[] first = others.remove(main);
        if (first == null) {
            throw new IllegalArgumentException("there is no class " + main);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBytes(MAGIC);
            out.writeShort(classes.size());
            write(out, main, first);
            for (Map.Entry<String, byte[]> each : others.entrySet()) {
                write(out, each.getKey(), each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String name, byte[] content) throws IOException {
        out.writeShort(name.length());
        out.writeBytes(name);
        out.writeInt(content.length);
        out.write(content);
    }
}
