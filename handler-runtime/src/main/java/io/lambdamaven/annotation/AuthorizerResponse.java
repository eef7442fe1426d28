package io.lambdamaven.annotation;

/** The form of an HTTP API authorizer's answer. */
public enum AuthorizerResponse {
    /** Yes or no, and context. */
    SIMPLE,
    /** An IAM policy, and context. */
    IAM
}
