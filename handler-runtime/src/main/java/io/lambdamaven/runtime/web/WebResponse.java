package io.lambdamaven.runtime.web;

import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.runtime.event.NameValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the application answered.
 *
 * @param headers in their order
 * @param body decoded from chunks
 * @param isBodiless whether it may say how long a body is that it does not have
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WebResponse(int status, List<NameValue> headers, byte[] body, boolean isBodiless) {

    /** Without what held on the loopback connection only. */
    HttpResponse toHttp() throws ForwardException {
        try {
            HttpResponse response = HttpResponse.of(status);
            Set<String> left = Fields.hopByHop(headers);
            // The front says how long the body is.
            if (!isBodiless) {
                left.add("content-length");
            }
            for (int i = 0; i < headers.size(); i++) {
                NameValue header = headers.get(i);
                if (!left.contains(header.name().toLowerCase(Locale.ROOT))) {
                    response = response.header(header.name(), header.value());
                }
            }
            return body.length == 0 ? response : response.body(body);
        } catch (IllegalArgumentException e) {
            throw new ForwardException(502, "the application's answer is malformed", e);
        }
    }
}
