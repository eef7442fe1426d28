package io.lambdamaven.plugin.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Gives a single call the JSON of its answer, or sends JSON of our own: what AWS replaces as a whole must keep members
 * that are newer than the SDK, and the SDK's types drop them.
 */
final class RawJson implements ExecutionInterceptor {
    private static final ExecutionAttribute<Exchange> EXCHANGE =
            new ExecutionAttribute<>("io.lambdamaven.plugin.aws.RawJson");

    private static final byte[] NOTHING = {};

    /** The JSON of one call. */
    static final class Exchange {
        /** Empty to send what the SDK would. */
        private final byte[] request;

        private volatile byte[] answer = NOTHING;

        private Exchange(byte[] request) {
            this.request = request;
        }

        byte[] answer() {
            return answer.clone();
        }

        AwsRequestOverrideConfiguration forCall() {
            return AwsRequestOverrideConfiguration.builder()
                    .putExecutionAttribute(EXCHANGE, this)
                    .build();
        }
    }

    /** Keeps what comes back. */
    static Exchange listening() {
        return new Exchange(NOTHING);
    }

    /** Sends this in the place of what the SDK would. */
    static Exchange sending(byte[] json) {
        return new Exchange(json.clone());
    }

    private static byte[] request(ExecutionAttributes attributes) {
        Exchange exchange = attributes.getAttribute(EXCHANGE);
        return exchange == null ? NOTHING : exchange.request;
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        byte[] json = request(attributes);
        return json.length == 0
                ? context.httpRequest()
                : context.httpRequest().toBuilder()
                        .putHeader("Content-Length", String.valueOf(json.length))
                        .build();
    }

    @Override
    public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        byte[] json = request(attributes);
        return json.length == 0 ? context.requestBody() : Optional.of(RequestBody.fromBytes(json));
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Exchange exchange = attributes.getAttribute(EXCHANGE);
        Optional<InputStream> body = context.responseBody();
        if (exchange == null || body.isEmpty()) {
            return body;
        }
        try (InputStream in = body.get()) {
            exchange.answer = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new ByteArrayInputStream(exchange.answer));
    }
}
