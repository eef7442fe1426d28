package io.lambdamaven.runtime.aws;

import java.io.IOException;
import java.io.InputStream;

/** Takes the body of an answer while it arrives. */
public interface Receiver {
    /**
     * Called when status and headers are there.
     *
     * @param head the answer without its body
     * @param body to be read to its end; a failure to read it is one of the request, which is then sent again
     * @throws IOException if the body cannot be read; whatever else is thrown ends the request
     */
    void receive(AwsResponse head, InputStream body) throws IOException;
}
