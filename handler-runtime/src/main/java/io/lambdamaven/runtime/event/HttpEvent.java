package io.lambdamaven.runtime.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an HTTP event says, the same for every front.
 *
 * @param method in upper case
 * @param path without the stage
 * @param pathDecoded whether the front decoded the path
 * @param rawQuery percent-encoded
 * @param query decoded
 * @param headers one value each; HTTP APIs and function URLs join repeated ones
 * @param cookies {@code name=value} each
 * @param body as text or in base64, null if there is none
 * @param base64 which of the two
 */
public record HttpEvent(
        EventKind kind,
        String method,
        String path,
        boolean pathDecoded,
        String rawQuery,
        List<NameValue> query,
        List<NameValue> headers,
        List<String> cookies,
        @Nullable String body,
        boolean base64,
        @Nullable String sourceIp,
        @Nullable String requestId,
        List<NameValue> stageVariables) {}
