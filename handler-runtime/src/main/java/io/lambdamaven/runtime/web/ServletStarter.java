package io.lambdamaven.runtime.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Starts a servlet, or what a {@code ServletContainerInitializer} registers, in the Jetty 12 that the project brings. */
record ServletStarter(String what) implements Starter {
    private static final String[] ENVIRONMENTS = {"ee10", "ee11", "ee9"};

    @Override
    public void start(ClassLoader loader, int port) throws Exception {
        Class<?> application = Class.forName(what, true, loader);
        Class<?> context = contextClass(loader);
        Class<?> server = Class.forName("org.eclipse.jetty.server.Server", true, loader);
        Class<?> handlers = Class.forName("org.eclipse.jetty.server.Handler", true, loader);
        Class<?> initializer = Class.forName("jakarta.servlet.ServletContainerInitializer", true, loader);
        try {
            Object jetty = server.getConstructor(InetSocketAddress.class).newInstance(Port.address(port));
            Object root = context.getConstructor(int.class)
                    .newInstance(context.getField("SESSIONS").getInt(null));
            if (initializer.isAssignableFrom(application)) {
                context.getMethod("addServletContainerInitializer", initializer, Class[].class)
                        .invoke(root, application.getDeclaredConstructor().newInstance(), new Class<?>[0]);
            } else {
                String[] patterns = patterns(application, loader);
                for (int i = 0; i < patterns.length; i++) {
                    context.getMethod("addServlet", Class.class, String.class).invoke(root, application, patterns[i]);
                }
            }
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

    /** As the servlet itself says, else everything. */
    private static String[] patterns(Class<?> servlet, ClassLoader loader) throws ReflectiveOperationException {
        Class<?> type = Class.forName("jakarta.servlet.annotation.WebServlet", true, loader);
        Object said = null;
        Annotation[] all = servlet.getAnnotations();
        for (int i = 0; i < all.length; i++) {
            said = all[i].annotationType() == type ? all[i] : said;
        }
        String[] patterns = said == null ? null : texts(type, "value", said);
        if (said != null && (patterns == null || patterns.length == 0)) {
            patterns = texts(type, "urlPatterns", said);
        }
        return patterns == null || patterns.length == 0 ? new String[] {"/*"} : patterns;
    }

    private static String @Nullable [] texts(Class<?> type, String attribute, Object of)
            throws ReflectiveOperationException {
        return (String[]) type.getMethod(attribute).invoke(of);
    }
}
