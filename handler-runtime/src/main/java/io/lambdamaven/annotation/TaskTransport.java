package io.lambdamaven.annotation;

/** What carries a task. */
public enum TaskTransport {
    /** Lambda's own queue, up to 1 MB. */
    LAMBDA,
    /** A queue that the deployer makes, up to 1 MB. */
    SQS,
    /** A topic that the deployer makes, up to 256 KB. */
    SNS
}
