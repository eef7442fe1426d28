package io.lambdamaven.annotation;

/** What S3 Batch Operations makes of tasks that the answer leaves out. */
public enum MissingKeys {
    /** They failed. */
    PERMANENT_FAILURE,
    /** They are tried again. */
    TEMPORARY_FAILURE,
    /** They are done. */
    SUCCESS
}
