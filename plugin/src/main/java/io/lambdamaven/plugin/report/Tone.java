package io.lambdamaven.plugin.report;

/** What a line means to its reader; a terminal that can shows it as a colour. */
public enum Tone {
    PLAIN,
    HEADING,
    MADE,
    CHANGED,
    REMOVED,
    LEFT,
    /** To be looked at. */
    ALERT
}
