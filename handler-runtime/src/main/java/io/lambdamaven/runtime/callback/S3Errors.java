package io.lambdamaven.runtime.callback;

import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.ObjectLambdaResponse;

/** HTTP errors in S3's words, of which it has fewer. */
final class S3Errors {
    private S3Errors() {}

    static ObjectLambdaResponse of(HttpException error) {
        String message = String.valueOf(error.getMessage());
        return switch (error.status()) {
            case 401, 403 -> ObjectLambdaResponse.error(error.status(), "AccessDenied", message);
            case 404, 410 -> ObjectLambdaResponse.error(404, "NoSuchKey", message);
            case 405 -> ObjectLambdaResponse.error(405, "MethodNotAllowed", message);
            case 409 -> ObjectLambdaResponse.error(409, "OperationAborted", message);
            case 411 -> ObjectLambdaResponse.error(411, "MissingContentLength", message);
            case 412 -> ObjectLambdaResponse.error(412, "PreconditionFailed", message);
            case 416 -> ObjectLambdaResponse.error(416, "InvalidRange", message);
            case 429, 503 -> ObjectLambdaResponse.error(503, "SlowDown", message);
            default ->
                error.status() < 500
                        ? ObjectLambdaResponse.error(400, "InvalidRequest", message)
                        : ObjectLambdaResponse.error(500, "InternalError", message);
        };
    }
}
