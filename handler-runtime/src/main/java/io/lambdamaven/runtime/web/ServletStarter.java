package io.lambdamaven.runtime.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;

/**
 * Starts a servlet or filter, or what a {@code ServletContainerInitializer} registers, in the Jetty 12 that the project
 * brings.
 *
 * @param what the class
 * @param parts of a servlet or filter: filters and listeners beside it; of an initializer: the classes that it handles
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ServletStarter(String what, String... parts) implements Starter {
    private static final String[] ENVIRONMENTS = {"ee10", "ee11", "ee9"};

    @Override
    public void start(ClassLoader loader, int port) throws Exception {
        Class<?> application = Class.forName(what, true, loader);
        Class<?> context = contextClass(loader);
        Class<?> server = Class.forName("org.eclipse.jetty.server.Server", true, loader);
        Class<?> handlers = Class.forName("org.eclipse.jetty.server.Handler", true, loader);
        Class<?> initializer = Class.forName("jakarta.servlet.ServletContainerInitializer", true, loader);
        Class<?>[] beside = new Class<?>[parts.length];
        for (int i = 0; i < parts.length; i++) {
            // As a container does it: an initializer may be handed what it never makes.
            beside[i] = Class.forName(parts[i], false, loader);
        }
        try {
            Object jetty = server.getConstructor(InetSocketAddress.class).newInstance(Port.address(port));
            Object root = context.getConstructor(int.class)
                    .newInstance(context.getField("SESSIONS").getInt(null));
            boolean own = initializer.isAssignableFrom(application);
            Object registers = own
                    ? application.getDeclaredConstructor().newInstance()
                    : Proxy.newProxyInstance(
                            loader, new Class<?>[] {initializer}, new ServletParts(application, beside, loader));
            context.getMethod("addServletContainerInitializer", initializer, Class[].class)
                    .invoke(root, registers, own ? beside : new Class<?>[0]);
            server.getMethod("setHandler", handlers).invoke(jetty, root);
            server.getMethod("start").invoke(jetty);
        } catch (InvocationTargetException e) {
            throw Causes.of(e);
        }
    }

    private static Class<?> contextClass(ClassLoader loader) throws ClassNotFoundException {
        ClassNotFoundException none = null;
        for (int i = 0; i < ENVIRONMENTS.length; i++) {
            try {
                return Class.forName(
                        "org.eclipse.jetty." + ENVIRONMENTS[i] + ".servlet.ServletContextHandler", true, loader);
            } catch (ClassNotFoundException e) {
                none = e;
            }
        }
        throw new ClassNotFoundException(
                "a servlet needs a Jetty 12 among the dependencies: org.eclipse.jetty.ee10:jetty-ee10-servlet", none);
    }
}
