package io.lambdamaven.plugin.local.loop;

import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** Writes to standard output, which is the log. */
final class LoopLogger implements LambdaLogger {
    @Override
    public void log(String message) {
        System.out.print(message);
    }

    @Override
    public void log(byte[] message) {
        System.out.write(message, 0, message.length);
    }
}
