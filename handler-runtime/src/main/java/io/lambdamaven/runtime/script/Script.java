package io.lambdamaven.runtime.script;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.Payload;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** A verified script: the one public static method {@code run} of its first class. */
final class Script {
    private static final String METHOD = "run";

    private final Bundle bundle;

    Script(Bundle bundle) {
        this.bundle = bundle;
    }

    @Nullable
    Object run(byte[] arguments, Context context) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ScriptLoader loader = new ScriptLoader(bundle.classes(), Script.class.getClassLoader());
        try {
            thread.setContextClassLoader(loader);
            Method method = method(loader.loadClass(bundle.main(), false));
            return method.invoke(null, values(method, arguments, context));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception thrown ? thrown : e;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Method method(Class<?> main) {
        Method found = null;
        Method[] methods = main.getDeclaredMethods();
        for (int i = 0; i < methods.length; i++) {
            int modifiers = methods[i].getModifiers();
            if (methods[i].getName().equals(METHOD) && Modifier.isPublic(modifiers) && Modifier.isStatic(modifiers)) {
                if (found != null) {
                    throw new IllegalArgumentException("the script " + main.getName() + " has several methods run");
                }
                found = methods[i];
            }
        }
        if (found == null || !Modifier.isPublic(main.getModifiers())) {
            throw new IllegalArgumentException(
                    "the script " + main.getName() + " is no public class with a method: public static ... run(...)");
        }
        return found;
    }

    private static @Nullable Object[] values(Method method, byte[] arguments, Context context) {
        Type[] types = method.getGenericParameterTypes();
        Object[] values = new Object[types.length];
        Arguments in = Arguments.ofValue(context, arguments, Payload.json("the script's arguments", arguments));
        for (int i = 0; i < types.length; i++) {
            values[i] = types[i] == Context.class ? context : in.<Object>payload(types[i]);
        }
        return values;
    }
}
