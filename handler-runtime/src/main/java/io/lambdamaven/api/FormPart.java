package io.lambdamaven.api;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One part of a form: a file that was uploaded, or a field. What the sender says of it proves nothing about its bytes. */
public final class FormPart {
    private final String name;
    private final @Nullable String fileName;
    private final String contentType;
    private final byte[] bytes;

    /**
     * A part; made by the runtime, and by tests of handlers.
     *
     * @param name of the field
     * @param fileName as the sender has it, or null for what is no file
     * @param contentType as the sender says
     * @param bytes copied
     */
    public FormPart(String name, @Nullable String fileName, String contentType, byte[] bytes) {
        this.name = name;
        this.fileName = fileName;
        this.contentType = contentType;
        this.bytes = bytes.clone();
    }

    /**
     * The field's name.
     *
     * @return in its letter case
     */
    public String name() {
        return name;
    }

    /**
     * The file's name where the sender has it, without folders: what is before the last slash or backslash is cut off.
     *
     * @return never {@code .} or {@code ..}; null for what is no file
     */
    public @Nullable String fileName() {
        return fileName;
    }

    /**
     * The media type, as the sender says.
     *
     * @return {@code text/plain} where he says nothing
     */
    public String contentType() {
        return contentType;
    }

    /**
     * The content.
     *
     * @return a copy of its bytes
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * How long the content is.
     *
     * @return in bytes
     */
    public int size() {
        return bytes.length;
    }

    /**
     * The content as UTF-8 text.
     *
     * @return whatever its type is
     */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name + (fileName == null ? "" : " (" + fileName + ")") + ", " + contentType + ", " + bytes.length
                + " bytes";
    }
}
