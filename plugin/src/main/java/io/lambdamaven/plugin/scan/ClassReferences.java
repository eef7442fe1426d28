package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.model.References;
import io.lambdamaven.plugin.model.RuntimeNames;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Looks through the constants of a class file; its code is not read. */
public final class ClassReferences {
    /** Methods whose value may be of any type to the compiler, and is a string, number, boolean, list or map. */
    private static final Set<String> ONLY_PLAIN = Set.of("equals", "context", "respond");

    private static final int UTF8 = 1;
    private static final int METHOD = 10;
    private static final String API = RuntimeNames.API.replace('.', '/');
    private static final Type ANY = Type.getType(Object.class);
    private static final String PRIMITIVES = "BCDFIJSZ";

    private ClassReferences() {}

    /** What the file names; nothing if it is no class file. */
    public static References read(byte[] file) {
        try {
            return read(new ClassReader(file));
        } catch (RuntimeException e) {
            return References.NONE; // libraries have other things under such names, and they name no class
        }
    }

    private static References read(ClassReader file) {
        Set<String> classes = new TreeSet<>();
        Set<String> anyValues = new TreeSet<>();
        char[] buffer = new char[file.getMaxStringLength()];
        for (int i = 1; i < file.getItemCount(); i++) {
            int item = file.getItem(i);
            if (item == 0) {
                continue; // the second half of a long or double
            }
            switch (file.readByte(item - 1)) {
                case UTF8 -> addClasses(text(file, item), classes);
                case METHOD -> addCall(file, item, buffer, anyValues);
                default -> {
                    // Everything else points at these.
                }
            }
        }
        return new References((file.getAccess() & Opcodes.ACC_ANNOTATION) != 0, classes, anyValues);
    }

    /** A text stands for itself, so it is read the way of the strings that point at one. */
    private static String text(ClassReader file, int item) {
        int length = file.readUnsignedShort(item);
        StringBuilder text = new StringBuilder(length);
        for (int at = item + 2; at < item + 2 + length; at++) {
            text.append((char) (file.readByte(at) & 0xFF)); // names of classes in question are ASCII
        }
        return text.toString();
    }

    private static void addCall(ClassReader file, int item, char[] buffer, Set<String> anyValues) {
        String owner = file.readClass(item, buffer);
        if (!owner.startsWith(API)) {
            return;
        }
        int nameAndType = file.getItem(file.readUnsignedShort(item + 2));
        String name = file.readUTF8(nameAndType, buffer);
        String descriptor = file.readUTF8(nameAndType + 2, buffer);
        if (!ONLY_PLAIN.contains(name)
                && Arrays.asList(Type.getArgumentTypes(descriptor)).contains(ANY)) {
            anyValues.add(owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.') + "." + name);
        }
    }

    /** The runs of characters that names consist of: one name in a name or text, several in a signature. */
    private static void addClasses(String text, Set<String> classes) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ';';
            if (c != '/' && c != '.' && !Character.isJavaIdentifierPart(c)) {
                addClass(text.substring(start, i), classes);
                start = i + 1;
            }
        }
    }

    private static void addClass(String name, Set<String> classes) {
        if (name.indexOf('/') < 0 && name.indexOf('.') < 0) {
            return;
        }
        classes.add(name.replace('.', '/'));
        int type = 0;
        while (type < name.length() && PRIMITIVES.indexOf(name.charAt(type)) >= 0) {
            type++;
        }
        if (type < name.length() && name.charAt(type) == 'L') {
            classes.add(name.substring(type + 1).replace('.', '/'));
        }
    }
}
