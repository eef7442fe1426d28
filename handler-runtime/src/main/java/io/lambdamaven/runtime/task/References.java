package io.lambdamaven.runtime.task;

import io.lambdamaven.api.Tasks;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.SerializedLambda;
import org.jspecify.annotations.Nullable;

/** Reads which method a reference is to: being serializable it says so to whoever writes it, and nothing is written. */
final class References extends ObjectOutputStream {
    private @Nullable SerializedLambda found;

    private References() throws IOException {
        super(OutputStream.nullOutputStream());
        enableReplaceObject(true);
    }

    /** Null for what is no method reference. */
    static @Nullable SerializedLambda read(Tasks.Reference task) {
        try (References references = new References()) {
            references.writeObject(task);
            return references.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called before anything of the object is written, the values it has caught included. */
    @Override
    protected Object replaceObject(Object object) {
        if (object instanceof SerializedLambda named) {
            found = named;
        }
        return "";
    }
}
