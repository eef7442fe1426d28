package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.local.LocalInvoker;
import io.lambdamaven.plugin.local.wire.Account;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Functions on the local Lambda. */
record LocalFunctionClient(LocalInvoker invoker, String region, List<String> urls) implements FunctionClient {
    LocalFunctionClient {
        urls = List.copyOf(urls);
    }

    @Override
    public Origin origin() {
        String domain = urls.isEmpty() ? null : URI.create(urls.get(0)).getAuthority();
        return new Origin(Account.PARTITION, region, Account.ID, domain);
    }

    @Override
    public Invocation invoke(String functionName, String qualifier, String payload) {
        long started = System.nanoTime();
        LocalInvoker.Invocation result = invoker.invoke(functionName, qualifier, payload);
        long millis = (System.nanoTime() - started) / 1_000_000;
        return new Invocation(
                result.status(), result.payload(), result.functionError(), millis, result.initMillis(), result.log());
    }

    @Override
    public Optional<String> liveVersion(String functionName) {
        return invoker.version(functionName, "live");
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
