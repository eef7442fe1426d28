package io.lambdamaven.runtime.code;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application's classes. They see the JDK, what Lambda's runtime shares with every function, each other, and last
 * what layers bring; but nothing of the code that fetched them, whose libraries may be of other versions.
 */
final class ApplicationLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final ClassLoader outer;
    private final String bootstrap;

    /**
     * @param outer that of the code that Lambda has unpacked
     * @param bootstrap where that code is
     */
    ApplicationLoader(URL jar, ClassLoader outer, URL bootstrap) {
        super("application", new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        this.outer = outer;
        this.bootstrap = bootstrap.toString();
    }

    /** One instance of these serves Lambda's runtime and the function: they hand each other objects of it. */
    private static boolean isShared(String name) {
        return name.startsWith("com.amazonaws.services.lambda.") || name.startsWith("org.crac.");
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isShared(name)) {
            try {
                return outer.loadClass(name);
            } catch (ClassNotFoundException e) {
                return super.loadClass(name, resolve);
            }
        }
        try {
            return super.loadClass(name, resolve);
        } catch (ClassNotFoundException e) {
            Class<?> found = outer.loadClass(name);
            if (isBootstraps(found)) {
                throw e;
            }
            return found;
        }
    }

    private boolean isBootstraps(Class<?> found) {
        URL url = found.getProtectionDomain().getCodeSource() == null
                ? null
                : found.getProtectionDomain().getCodeSource().getLocation();
        return url != null && isBootstraps(url);
    }

    private boolean isBootstraps(URL url) {
        String text = url.toString();
        return text.startsWith(bootstrap) || text.startsWith("jar:" + bootstrap) || text.startsWith("jrt:");
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = super.getResource(name);
        if (own != null) {
            return own;
        }
        URL found = outer.getResource(name);
        return found == null || isBootstraps(found) ? null : found;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(Collections.list(super.getResources(name)));
        Enumeration<URL> further = outer.getResources(name);
        while (further.hasMoreElements()) {
            URL url = further.nextElement();
            if (!isBootstraps(url)) {
                all.add(url);
            }
        }
        return Collections.enumeration(all);
    }
}
