package io.lambdamaven.plugin.local.host;

/** How an invocation ended. */
sealed interface Outcome {
    /** What the caller gets. */
    byte[] payload(String requestId, int timeout);

    /** What the report says beside the figures. */
    default String status() {
        return "";
    }

    /** Whether this environment may take another invocation. */
    default boolean endsEnvironment() {
        return false;
    }

    /** The handler answered. */
    final class Answered implements Outcome {
        private final byte[] body;

        Answered(byte[] body) {
            this.body = body;
        }

        @Override
        public byte[] payload(String requestId, int timeout) {
            return body;
        }
    }

    /** The handler failed and the client reported how. */
    final class Failed implements Outcome {
        private final byte[] body;

        Failed(byte[] body) {
            this.body = body;
        }

        @Override
        public byte[] payload(String requestId, int timeout) {
            return body;
        }
    }

    /** The handler answered with more than Lambda passes on. */
    record TooLarge(long size) implements Outcome {
        @Override
        public byte[] payload(String requestId, int timeout) {
            return ErrorPayload.tooLarge(size);
        }

        @Override
        public String status() {
            return "Status: error\tError Type: Function.ResponseSizeTooLarge";
        }
    }

    /** The function could not start, and the client reported why. */
    final class NotStarted implements Outcome {
        private final byte[] body;

        NotStarted(byte[] body) {
            this.body = body;
        }

        @Override
        public byte[] payload(String requestId, int timeout) {
            return body;
        }

        @Override
        public boolean endsEnvironment() {
            return true;
        }
    }

    /** The process ended. */
    record Exited(int exitStatus) implements Outcome {
        @Override
        public byte[] payload(String requestId, int timeout) {
            return ErrorPayload.exited(requestId, exitStatus);
        }

        @Override
        public String status() {
            return "Status: error\tError Type: Runtime.ExitError";
        }

        @Override
        public boolean endsEnvironment() {
            return true;
        }
    }

    /** The function's timeout passed. */
    record TimedOut() implements Outcome {
        @Override
        public byte[] payload(String requestId, int timeout) {
            return ErrorPayload.timedOut(requestId, timeout);
        }

        @Override
        public String status() {
            return "Status: timeout";
        }

        @Override
        public boolean endsEnvironment() {
            return true;
        }
    }
}
