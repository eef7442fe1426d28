package io.lambdamaven.plugin.local.daemon;

/** A request that the Lambda API refuses, with AWS's status and error type. */
final class ServiceFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    ServiceFault(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    static ServiceFault functionNotFound(String arn) {
        return new ServiceFault(404, "ResourceNotFoundException", "Function not found: " + arn);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
