package io.lambdamaven.api;

/** When a browser sends a cookie with requests that another site caused. */
public enum SameSite {
    /** Never. */
    STRICT("Strict"),
    /** When a link of another site is followed. */
    LAX("Lax"),
    /** Always; the cookie has to be {@code Secure} then. */
    NONE("None");

    private final String text;

    SameSite(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
