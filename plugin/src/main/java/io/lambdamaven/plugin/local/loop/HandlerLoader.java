package io.lambdamaven.plugin.local.loop;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.InvocationTargetException;

/** A handler's class, made into an instance. */
final class HandlerLoader {
    private HandlerLoader() {}

    static RequestStreamHandler load(String handler) throws Throwable {
        int colons = handler.indexOf("::");
        String method = colons < 0 ? "handleRequest" : handler.substring(colons + 2);
        Class<?> type = Class.forName(colons < 0 ? handler : handler.substring(0, colons));
        if (!RequestStreamHandler.class.isAssignableFrom(type) || !method.equals("handleRequest")) {
            throw new IllegalArgumentException("Handler " + handler + " cannot run on this system: without the native"
                    + " part of AWS's client, which is for Linux alone, a handler must implement "
                    + RequestStreamHandler.class.getName());
        }
        try {
            return (RequestStreamHandler) type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : cause;
        }
    }
}
