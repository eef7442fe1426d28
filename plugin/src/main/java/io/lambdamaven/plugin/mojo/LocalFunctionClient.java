package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.local.LocalInvoker;
import io.lambdamaven.plugin.local.LocalPort;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Functions on the local Lambda. */
record LocalFunctionClient(LocalInvoker invoker, String region, List<String> urls) implements FunctionClient {
    LocalFunctionClient {
        urls = List.copyOf(urls);
    }

    @Override
    public Origin origin() {
        String domain = urls.isEmpty() ? null : URI.create(urls.get(0)).getAuthority();
        return new Origin(region, LocalPort.ACCOUNT, domain);
    }

    @Override
    public Invocation invoke(String functionName, String qualifier, String payload) {
        LocalInvoker.Invocation result =
                invoker.invoke(functionName, qualifier, payload.getBytes(StandardCharsets.UTF_8));
        return new Invocation(
                result.status(),
                new String(result.payload(), StandardCharsets.UTF_8),
                result.functionError(),
                Math.round(result.millis()),
                result.initMillis(),
                result.log());
    }

    @Override
    public List<String> logs(String functionName, long sinceEpochMillis) {
        return invoker.logs(functionName, sinceEpochMillis);
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
