package io.lambdamaven.annotation;

/** What an SNS filter policy is compared with. */
public enum FilterScope {
    /** The message's attributes. */
    MESSAGE_ATTRIBUTES,
    /** The message itself, which must be JSON. */
    MESSAGE_BODY
}
