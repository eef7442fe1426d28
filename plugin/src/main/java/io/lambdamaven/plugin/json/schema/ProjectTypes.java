package io.lambdamaven.plugin.json.schema;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.classmate.TypeResolver;
import io.lambdamaven.plugin.model.JavaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The project's classes, loaded to be looked at: none is initialised by it. */
final class ProjectTypes implements AutoCloseable {
    private static final Map<String, Class<?>> PRIMITIVES = Map.of(
            "boolean", boolean.class,
            "byte", byte.class,
            "short", short.class,
            "char", char.class,
            "int", int.class,
            "long", long.class,
            "float", float.class,
            "double", double.class,
            "void", void.class);

    private final TypeResolver resolver = new TypeResolver();
    private final URLClassLoader loader;

    ProjectTypes(List<Path> classPath) {
        this.loader =
                new URLClassLoader(classPath.stream().map(ProjectTypes::url).toArray(URL[]::new), new Shared());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Annotations have a meaning only where they are the very classes that the generator knows; all else is theirs. */
    private static final class Shared extends ClassLoader {
        private static final List<String> PACKAGES = List.of("com.fasterxml.jackson.", "jakarta.validation.");

        Shared() {
            super(getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (PACKAGES.stream().anyMatch(name::startsWith)) {
                return Class.forName(name, false, ProjectTypes.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }

    /** @throws SchemaException if it cannot be loaded */
    ResolvedType resolve(JavaType type) {
        try {
            return resolved(type);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new SchemaException(type, e);
        }
    }

    private ResolvedType resolved(JavaType type) throws ClassNotFoundException {
        if (type instanceof JavaType.Primitive primitive) {
            return resolver.resolve(PRIMITIVES.get(primitive.name()));
        } else if (type instanceof JavaType.Array array) {
            Class<?> element = resolved(array.element()).getErasedType();
            return resolver.resolve(Array.newInstance(element, 0).getClass());
        } else if (type instanceof JavaType.Declared declared) {
            Class<?> raw = Class.forName(declared.binaryName(), false, loader);
            ResolvedType[] arguments = new ResolvedType[declared.arguments().size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = resolved(declared.arguments().get(i));
            }
            return resolver.resolve(raw, arguments);
        }
        return resolver.resolve(Object.class);
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
