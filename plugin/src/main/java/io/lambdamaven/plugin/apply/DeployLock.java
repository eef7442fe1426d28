package io.lambdamaven.plugin.apply;

/** The right to change a stage, held by one deploy at a time. */
public interface DeployLock extends AutoCloseable {
    /** Gives it back; what goes wrong is told, and the lock expires. */
    @Override
    void close();
}
