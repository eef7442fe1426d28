package io.lambdamaven.runtime.web;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Calls {@code main}. Its class is named at build time; reflection serves for classes that are not public. */
record MainStarter(String what) implements Starter {
    @Override
    public void start(ClassLoader loader, int port) throws Exception {
        Method main = Class.forName(what, true, loader).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            throw Causes.of(e);
        }
    }
}
