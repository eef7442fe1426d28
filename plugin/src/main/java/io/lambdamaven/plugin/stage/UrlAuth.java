package io.lambdamaven.plugin.stage;

/** Who may call a function URL: callers with IAM permissions, or everyone. */
public enum UrlAuth {
    AWS_IAM,
    NONE
}
