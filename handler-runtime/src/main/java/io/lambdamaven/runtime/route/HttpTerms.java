package io.lambdamaven.runtime.route;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an HTTP route says beyond its method and path; made by generated handlers for the routes that do. Immutable: each
 * method returns a changed copy.
 */
public final class HttpTerms {
    private final List<String> consumes;
    private final List<String> produces;
    private final int maxBody;
    private final int gzipFrom;
    private final boolean eTag;
    private final @Nullable CorsTerms cors;

    private HttpTerms(
            List<String> consumes,
            List<String> produces,
            int maxBody,
            int gzipFrom,
            boolean eTag,
            @Nullable CorsTerms cors) {
        this.consumes = consumes;
        this.produces = produces;
        this.maxBody = maxBody;
        this.gzipFrom = gzipFrom;
        this.eTag = eTag;
        this.cors = cors;
    }

    /**
     * Says nothing.
     *
     * @return as if there were no terms
     */
    public static HttpTerms of() {
        return new HttpTerms(List.of(), List.of(), 0, 0, false, null);
    }

    /**
     * Sets the media types that a body may have.
     *
     * @param types such as <code>image/*</code>
     * @return a copy
     */
    public HttpTerms consuming(String... types) {
        return new HttpTerms(List.of(types), produces, maxBody, gzipFrom, eTag, cors);
    }

    /**
     * Sets the media types that the answer may have.
     *
     * @param types the one that counts where a caller has no wish comes first
     * @return a copy
     */
    public HttpTerms producing(String... types) {
        return new HttpTerms(consumes, List.of(types), maxBody, gzipFrom, eTag, cors);
    }

    /**
     * Sets how long a body may be.
     *
     * @param bytes decoded; 0 for any
     * @return a copy
     */
    public HttpTerms upTo(int bytes) {
        return new HttpTerms(consumes, produces, bytes, gzipFrom, eTag, cors);
    }

    /**
     * Has answers compressed.
     *
     * @param bytes the shortest one that is; 0 for none
     * @return a copy
     */
    public HttpTerms gzippedFrom(int bytes) {
        return new HttpTerms(consumes, produces, maxBody, bytes, eTag, cors);
    }

    /**
     * Has answers tagged by what is in them.
     *
     * @return a copy
     */
    public HttpTerms tagged() {
        return new HttpTerms(consumes, produces, maxBody, gzipFrom, true, cors);
    }

    /**
     * Lets pages of other sites call.
     *
     * @param origins of these sites
     * @param headers that they may send
     * @param exposed headers that they may read
     * @param credentials whether their users go along
     * @param maxAge seconds
     * @return a copy
     */
    public HttpTerms calledFrom(String[] origins, String[] headers, String[] exposed, boolean credentials, int maxAge) {
        CorsTerms terms = new CorsTerms(List.of(origins), List.of(headers), List.of(exposed), credentials, maxAge);
        return new HttpTerms(consumes, produces, maxBody, gzipFrom, eTag, terms);
    }

    HttpTerms resolved(Placeholders placeholders) {
        CorsTerms resolved = cors == null || placeholders.isCorsOfFront() ? null : cors.resolved(placeholders);
        return new HttpTerms(consumes, produces, maxBody, gzipFrom, eTag, resolved);
    }

    /**
     * The media types that a body may have.
     *
     * @return empty for any
     */
    public List<String> consumes() {
        return consumes;
    }

    /**
     * The media types that the answer may have.
     *
     * @return empty for any
     */
    public List<String> produces() {
        return produces;
    }

    /**
     * How long a body may be.
     *
     * @return bytes, 0 for any
     */
    public int maxBody() {
        return maxBody;
    }

    /**
     * From which length on an answer is compressed.
     *
     * @return bytes, 0 for none
     */
    public int gzipFrom() {
        return gzipFrom;
    }

    /**
     * Whether answers are tagged by what is in them.
     *
     * @return false if not
     */
    public boolean eTag() {
        return eTag;
    }

    /**
     * Which other sites' pages may call.
     *
     * @return null for none, or where the front decides
     */
    public @Nullable CorsTerms cors() {
        return cors;
    }
}
