package io.lambdamaven.annotation;

/** The version of Amazon Lex, whose events and answers differ. */
public enum LexVersion {
    /** Lex V2. */
    V2,
    /** Lex V1, which AWS has ended; its events are still understood. */
    V1
}
