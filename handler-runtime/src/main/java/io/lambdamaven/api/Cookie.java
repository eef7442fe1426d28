package io.lambdamaven.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A cookie to be set. Immutable: each method returns a changed copy. One that says nothing else is for the whole site,
 * lasts until the browser is closed, travels over HTTPS only, is hidden from scripts and is {@code SameSite=Lax}.
 *
 * <pre>{@code
 * return HttpResponse.of(204).cookie(Cookie.of("session", id).maxAge(Duration.ofHours(8)));
 * }</pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-4.1">RFC 6265, section 4.1</a>
 */
public final class Cookie {
    private final String name;
    private final String value;
    private final String path;
    private final String domain;
    private final @Nullable Duration maxAge;
    private final boolean secure;
    private final boolean httpOnly;
    private final SameSite sameSite;

    private Cookie(
            String name,
            String value,
            String path,
            String domain,
            @Nullable Duration maxAge,
            boolean secure,
            boolean httpOnly,
            SameSite sameSite) {
        this.name = name;
        this.value = value;
        this.path = path;
        this.domain = domain;
        this.maxAge = maxAge;
        this.secure = secure;
        this.httpOnly = httpOnly;
        this.sameSite = sameSite;
    }

    /**
     * A cookie.
     *
     * @param name a token as RFC 9110 has it
     * @param value visible ASCII characters but {@code " , ; \}; encode anything else, for instance in base64
     * @return for the whole site, secure, hidden from scripts, {@code SameSite=Lax}
     * @throws IllegalArgumentException if name or value has a character that it may not have
     */
    public static Cookie of(String name, String value) {
        HeaderRules.checkName(name);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '"' || c == ',' || c == ';' || c == '\\') {
                throw new IllegalArgumentException(
                        "the value of cookie " + name + " holds a character that no cookie may hold, at position " + i);
            }
        }
        return new Cookie(name, value, "/", "", null, true, true, SameSite.LAX);
    }

    /**
     * What removes a cookie from the browser.
     *
     * @param name of the cookie; path and domain have to be those with which it was set
     * @return an empty cookie of age 0
     */
    public static Cookie removal(String name) {
        return of(name, "").maxAge(Duration.ZERO);
    }

    /**
     * Sets the paths that the cookie is for.
     *
     * @param prefix starts with a slash; {@code /} by default
     * @return a copy
     * @throws IllegalArgumentException if it does not, or has a semicolon or control character
     */
    public Cookie path(String prefix) {
        if (!prefix.startsWith("/")) {
            throw new IllegalArgumentException("the path of cookie " + name + " does not start with a slash");
        }
        return new Cookie(name, value, attribute("path", prefix), domain, maxAge, secure, httpOnly, sameSite);
    }

    /**
     * Sends the cookie to a domain and those below it; by default it is for the answering host alone.
     *
     * @param host such as {@code shop.example}
     * @return a copy
     * @throws IllegalArgumentException if it is empty or has a character that is in no host's name
     */
    public Cookie domain(String host) {
        if (host.isEmpty() || host.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("the domain of cookie " + name + " is no name of a host");
        }
        return new Cookie(name, value, path, attribute("domain", host), maxAge, secure, httpOnly, sameSite);
    }

    /**
     * Sets how long the cookie is kept; by default until the browser is closed.
     *
     * @param age whole seconds count; zero or less removes the cookie
     * @return a copy
     */
    public Cookie maxAge(Duration age) {
        return new Cookie(name, value, path, domain, age, secure, httpOnly, sameSite);
    }

    /**
     * Sets whether the cookie travels over HTTPS only.
     *
     * @param only true by default
     * @return a copy
     */
    public Cookie secure(boolean only) {
        return new Cookie(name, value, path, domain, maxAge, only, httpOnly, sameSite);
    }

    /**
     * Sets whether scripts of the page are kept from the cookie.
     *
     * @param hidden true by default
     * @return a copy
     */
    public Cookie httpOnly(boolean hidden) {
        return new Cookie(name, value, path, domain, maxAge, secure, hidden, sameSite);
    }

    /**
     * Sets when the cookie is sent with requests that another site caused.
     *
     * @param when {@code LAX} by default
     * @return a copy
     */
    public Cookie sameSite(SameSite when) {
        return new Cookie(name, value, path, domain, maxAge, secure, httpOnly, when);
    }

    /**
     * The value of a {@code Set-Cookie} header.
     *
     * @return such as {@code id=1; Path=/; Secure; HttpOnly; SameSite=Lax}
     * @throws IllegalStateException if browsers refuse such a cookie: {@code SameSite=None} or a name with
     *     {@code __Secure-} without {@code Secure}; a name with {@code __Host-} with a domain, or a path of its own
     */
    public String header() {
        boolean ofHost = name.startsWith("__Host-");
        if (!secure && (ofHost || name.startsWith("__Secure-") || sameSite == SameSite.NONE)) {
            throw new IllegalStateException("browsers refuse the cookie " + name + " if it is not secure");
        } else if (ofHost && !(domain.isEmpty() && path.equals("/"))) {
            throw new IllegalStateException(
                    "browsers refuse the cookie " + name + " if it has a domain, or another path than /");
        }
        StringBuilder out = new StringBuilder(name).append('=').append(value);
        out.append("; Path=").append(path);
        if (!domain.isEmpty()) {
            out.append("; Domain=").append(domain);
        }
        if (maxAge != null) {
            out.append("; Max-Age=").append(Math.max(0, maxAge.toSeconds()));
        }
        out.append(secure ? "; Secure" : "").append(httpOnly ? "; HttpOnly" : "");
        return out.append("; SameSite=").append(sameSite.text()).toString();
    }

    @Override
    public String toString() {
        return header();
    }

    private String attribute(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f || c == ';') {
                throw new IllegalArgumentException("the " + what + " of cookie " + name
                        + " holds a character that it may not hold, at position " + i);
            }
        }
        return text;
    }
}
