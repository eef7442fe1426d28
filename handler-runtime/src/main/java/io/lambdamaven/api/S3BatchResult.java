package io.lambdamaven.api;

/**
 * The outcome of a task of S3 Batch Operations.
 *
 * @param code what S3 makes of it
 * @param text goes into the job's report, of which S3 keeps the first 1024 characters
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-invoke-lambda.html">AWS: response and
 *     result codes</a>
 */
public record S3BatchResult(Code code, String text) {
    /** As S3 knows them. */
    public enum Code {
        /** Done. */
        SUCCEEDED,
        /** To be tried again before the job ends. */
        TEMPORARY_FAILURE,
        /** Given up. */
        PERMANENT_FAILURE
    }

    /**
     * The task is done.
     *
     * @param text for the report
     * @return the result
     */
    public static S3BatchResult succeeded(String text) {
        return new S3BatchResult(Code.SUCCEEDED, text);
    }

    /**
     * The task is to be tried again.
     *
     * @param text for the report
     * @return the result
     */
    public static S3BatchResult retry(String text) {
        return new S3BatchResult(Code.TEMPORARY_FAILURE, text);
    }

    /**
     * The task is given up.
     *
     * @param text for the report
     * @return the result
     */
    public static S3BatchResult failed(String text) {
        return new S3BatchResult(Code.PERMANENT_FAILURE, text);
    }
}
