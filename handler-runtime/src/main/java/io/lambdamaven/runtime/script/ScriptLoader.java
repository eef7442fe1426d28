package io.lambdamaven.runtime.script;

import java.util.Map;

/** Defines the classes of one script and is thrown away with them. What was signed runs, also where the project has a class of that name. */
final class ScriptLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    ScriptLoader(Map<String, byte[]> classes, ClassLoader project) {
        super(project);
        this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] own = classes.get(name);
        if (own == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defineClass(name, own, 0, own.length) : loaded;
        }
    }
}
