package io.lambdamaven.plugin.script;

/** A private key, wherever it is. */
public interface ScriptSigner extends AutoCloseable {
    /** What its signatures are verified with. */
    ScriptKey key();

    /** Its signature over these bytes, in the form that Java's {@code Signature} verifies. */
    byte[] sign(byte[] content);

    @Override
    default void close() {}
}
