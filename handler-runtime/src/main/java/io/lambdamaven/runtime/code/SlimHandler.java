package io.lambdamaven.runtime.code;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The handler of functions whose code is in S3. The application is fetched, verified and started while the execution
 * environment is, before SnapStart takes its snapshot: whatever is wrong with it fails that start.
 */
public final class SlimHandler implements RequestStreamHandler {
    private final ClassLoader loader;
    private final RequestStreamHandler handler;

    /** Made by Lambda's runtime, once per execution environment. */
    public SlimHandler() {
        this(new Application(
                System.getenv(),
                Expected.in(SlimHandler.class.getClassLoader()),
                Path.of(System.getProperty("java.io.tmpdir"))));
    }

    SlimHandler(Application application) {
        this.loader = application.loader();
        // Libraries look there for what the application brings.
        Thread.currentThread().setContextClassLoader(loader);
        this.handler = application.handler(loader);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Thread thread = Thread.currentThread();
        if (thread.getContextClassLoader() != loader) {
            thread.setContextClassLoader(loader);
        }
        handler.handleRequest(input, output, context);
    }
}
