package io.lambdamaven.runtime.web;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Starts a Jakarta REST application in the way the standard has for it, in the server that its provider brings. */
record RestStarter(String what) implements Starter {
    private static final String BOOTSTRAP = "jakarta.ws.rs.SeBootstrap";
    private static final String JERSEY = "org/glassfish/jersey/server/JerseySeBootstrapConfiguration.class";

    @Override
    public void start(ClassLoader loader, int port) throws Exception {
        Class<?> application = Class.forName(what, true, loader);
        Class<?> bootstrap = Class.forName(BOOTSTRAP, true, loader);
        Class<?> configuration = Class.forName(BOOTSTRAP + "$Configuration", true, loader);
        try {
            Object settings =
                    loader.getResource(JERSEY) == null ? built(configuration, port) : own(configuration, port);
            Method start = bootstrap.getMethod("start", Class.class, configuration);
            ((CompletionStage<?>) start.invoke(null, application, settings))
                    .toCompletableFuture()
                    .get();
        } catch (InvocationTargetException e) {
            throw Causes.of(e);
        }
    }

    private static Object built(Class<?> configuration, int port) throws ReflectiveOperationException {
        Class<?> builder = Class.forName(configuration.getName() + "$Builder", true, configuration.getClassLoader());
        Object settings = configuration.getMethod("builder").invoke(null);
        settings = builder.getMethod("protocol", String.class).invoke(settings, "HTTP");
        settings = builder.getMethod("host", String.class).invoke(settings, Port.LOOPBACK);
        settings = builder.getMethod("port", Integer.class).invoke(settings, port);
        return builder.getMethod("build").invoke(settings);
    }

    /** Jersey's builder reads the certificates of the JVM, an eighth of a start, for the HTTPS that nobody wants here. */
    private static Object own(Class<?> configuration, int port) throws ReflectiveOperationException {
        Class<?> authentication = Class.forName(
                configuration.getName() + "$SSLClientAuthentication", true, configuration.getClassLoader());
        Object none = authentication.getField("NONE").get(null);
        return Proxy.newProxyInstance(
                configuration.getClassLoader(), new Class<?>[] {configuration}, new Settings(port, none));
    }

    /** The properties by their names, or whatever the interface makes of them by itself. */
    private record Settings(int port, Object noAuthentication) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "property" -> property((String) arguments[0]);
                case "hasProperty" -> property((String) arguments[0]) != null;
                case "sslContext" -> null;
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                case "toString" -> "HTTP on port " + port;
                default -> InvocationHandler.invokeDefault(proxy, method, arguments);
            };
        }

        private @Nullable Object property(String name) {
            return switch (name) {
                case BOOTSTRAP + ".Protocol" -> "HTTP";
                case BOOTSTRAP + ".Host" -> Port.LOOPBACK;
                case BOOTSTRAP + ".Port" -> port;
                case BOOTSTRAP + ".RootPath" -> "/";
                case BOOTSTRAP + ".SSLClientAuthentication" -> noAuthentication;
                default -> null;
            };
        }
    }
}
