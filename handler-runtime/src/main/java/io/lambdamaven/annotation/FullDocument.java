package io.lambdamaven.annotation;

/** What a DocumentDB change event says of an updated document. */
public enum FullDocument {
    /** What changed. */
    DEFAULT,
    /** What changed, and the whole document. */
    UPDATE_LOOKUP
}
