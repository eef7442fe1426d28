package io.lambdamaven.plugin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an HTTP route says beyond its method and path.
 *
 * @param consumes media types that a body may have, none for any
 * @param produces media types that an answer may have, none for any
 * @param maxBody bytes, 0 for what the front takes
 * @param gzipFrom bytes from which on an answer is packed, 0 for none
 * @param eTag whether answers are tagged by what is in them
 * @param cors which other sites' pages may call, null for none
 */
public record HttpTerms(
        List<String> consumes,
        List<String> produces,
        int maxBody,
        int gzipFrom,
        boolean eTag,
        @Nullable Cors cors) {
    /** Says nothing. */
    public static final HttpTerms NONE = new HttpTerms(List.of(), List.of(), 0, 0, false, null);

    public HttpTerms {
        consumes = List.copyOf(consumes);
        produces = List.copyOf(produces);
    }

    /** The same for bodies of these types. */
    public HttpTerms consuming(List<String> types) {
        return new HttpTerms(types, produces, maxBody, gzipFrom, eTag, cors);
    }

    /** The same for pages of other sites too. */
    public HttpTerms with(Cors pages) {
        return new HttpTerms(consumes, produces, maxBody, gzipFrom, eTag, pages);
    }

    /**
     * Which other sites' pages may call, and what they may send and read.
     *
     * @param origins may hold <code>${placeholders}</code>
     * @param maxAge seconds
     */
    public record Cors(
            List<String> origins, List<String> headers, List<String> exposed, boolean credentials, int maxAge) {
        public Cors {
            origins = List.copyOf(origins);
            headers = List.copyOf(headers);
            exposed = List.copyOf(exposed);
        }
    }
}
