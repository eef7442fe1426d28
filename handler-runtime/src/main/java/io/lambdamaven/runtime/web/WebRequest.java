package io.lambdamaven.runtime.web;

/**
 * A request as it goes over the wire.
 *
 * @param method of the request line
 * @param head request line and header, with the empty line at the end
 * @param body empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WebRequest(String method, byte[] head, byte[] body) {
    boolean isHead() {
        return method.equals("HEAD");
    }

    /** Whether it may be sent twice: RFC 9110, section 9.2.2. */
    boolean isIdempotent() {
        return method.equals("GET")
                || method.equals("HEAD")
                || method.equals("PUT")
                || method.equals("DELETE")
                || method.equals("OPTIONS")
                || method.equals("TRACE");
    }
}
