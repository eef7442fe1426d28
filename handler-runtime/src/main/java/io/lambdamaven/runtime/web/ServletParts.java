package io.lambdamaven.runtime.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.EventListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code ServletContainerInitializer} of a servlet or filter that has none: registers it, and filters and listeners
 * beside it, as their annotations say, since an embedded server looks for none.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ServletParts(Class<?> main, Class<?>[] beside, ClassLoader loader) implements InvocationHandler {
    private static final String API = "jakarta.servlet.";
    private static final String[] EVERYTHING = {"/*"};

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "onStartup" -> {
                register(arguments[1]);
                yield null;
            }
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> "what registers " + main.getName();
        };
    }

    private void register(Object context) throws Exception {
        try {
            for (int i = 0; i < beside.length; i++) {
                if (EventListener.class.isAssignableFrom(beside[i])) {
                    type("ServletContext").getMethod("addListener", Class.class).invoke(context, beside[i]);
                }
            }
            for (int i = 0; i < beside.length; i++) {
                if (type("Filter").isAssignableFrom(beside[i])) {
                    filter(context, beside[i]);
                }
            }
            if (type("Servlet").isAssignableFrom(main)) {
                servlet(context);
            } else {
                filter(context, main);
            }
        } catch (InvocationTargetException e) {
            throw Causes.of(e);
        }
    }

    private void servlet(Object context) throws ReflectiveOperationException {
        Annotation said = annotation(main, "WebServlet");
        Object added = type("ServletContext")
                .getMethod("addServlet", String.class, Class.class)
                .invoke(context, name(said, "name"), main);
        Class<?> registration = type("ServletRegistration$Dynamic");
        registration.getMethod("addMapping", String[].class).invoke(added, (Object)
                (said == null ? EVERYTHING : patterns(said)));
        common(registration, added, said);
        if (said != null) {
            registration.getMethod("setLoadOnStartup", int.class).invoke(added, value(said, "loadOnStartup"));
        }
        Annotation multipart = annotation(main, "MultipartConfig");
        if (multipart != null) {
            Class<?> element = type("MultipartConfigElement");
            registration
                    .getMethod("setMultipartConfig", element)
                    .invoke(
                            added,
                            element.getConstructor(multipart.annotationType()).newInstance(multipart));
        }
    }

    private void filter(Object context, Class<?> filter) throws ReflectiveOperationException {
        Annotation said = annotation(filter, "WebFilter");
        Object added = type("ServletContext")
                .getMethod("addFilter", String.class, Class.class)
                .invoke(context, said == null ? filter.getName() : name(said, "filterName", filter), filter);
        Class<?> registration = type("FilterRegistration$Dynamic");
        common(registration, added, said);
        Object dispatchers = said == null ? null : set((Object[]) value(said, "dispatcherTypes"));
        String[] servlets = said == null ? new String[0] : (String[]) value(said, "servletNames");
        if (servlets.length > 0) {
            registration
                    .getMethod("addMappingForServletNames", EnumSet.class, boolean.class, String[].class)
                    .invoke(added, dispatchers, true, servlets);
        }
        boolean named = servlets.length > 0 && said != null && said(said).length == 0;
        if (!named) {
            registration
                    .getMethod("addMappingForUrlPatterns", EnumSet.class, boolean.class, String[].class)
                    .invoke(added, dispatchers, true, said == null ? EVERYTHING : patterns(said));
        }
    }

    /** What servlets and filters have alike. Without an annotation they may be asynchronous, as Jetty has it. */
    private static void common(Class<?> registration, Object added, @Nullable Annotation said)
            throws ReflectiveOperationException {
        registration
                .getMethod("setAsyncSupported", boolean.class)
                .invoke(added, said == null || (Boolean) value(said, "asyncSupported"));
        if (said != null) {
            Object parameters = value(said, "initParams");
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < Array.getLength(parameters); i++) {
                Annotation each = (Annotation) Array.get(parameters, i);
                values.put((String) value(each, "name"), (String) value(each, "value"));
            }
            registration.getMethod("setInitParameters", Map.class).invoke(added, values);
        }
    }

    private String name(@Nullable Annotation said, String attribute) throws ReflectiveOperationException {
        return said == null ? main.getName() : name(said, attribute, main);
    }

    private static String name(Annotation said, String attribute, Class<?> type) throws ReflectiveOperationException {
        String name = (String) value(said, attribute);
        return name.isEmpty() ? type.getName() : name;
    }

    private static String[] patterns(Annotation said) throws ReflectiveOperationException {
        String[] patterns = said(said);
        return patterns.length == 0 ? EVERYTHING : patterns;
    }

    private static String[] said(Annotation said) throws ReflectiveOperationException {
        String[] patterns = (String[]) value(said, "value");
        return patterns.length == 0 ? (String[]) value(said, "urlPatterns") : patterns;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // of an enum that is not at hand here
    private static @Nullable Object set(Object[] constants) {
        return constants.length == 0 ? null : EnumSet.copyOf((List) List.of(constants));
    }

    private static Object value(Annotation said, String attribute) throws ReflectiveOperationException {
        return said.annotationType().getMethod(attribute).invoke(said);
    }

    private @Nullable Annotation annotation(Class<?> on, String name) throws ClassNotFoundException {
        return on.getAnnotation(type("annotation." + name).asSubclass(Annotation.class));
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(API + name, true, loader);
    }
}
