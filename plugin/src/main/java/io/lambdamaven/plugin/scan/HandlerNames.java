package io.lambdamaven.plugin.scan;

import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Where the generated handlers live and what they are called. */
final class HandlerNames {
    private static final String HANDLER = "LambdaHandler";

    private HandlerNames() {}

    /**
     * The longest package that all of the packages start with. Without one: the unnamed package if a class is in it, as
     * nothing else can name such a class; else the first package in order.
     */
    static String commonPackage(Collection<String> packages) {
        TreeSet<String> sorted = new TreeSet<>(packages);
        if (sorted.isEmpty() || sorted.contains("")) {
            return "";
        }
        Iterator<String> each = sorted.iterator();
        String common = each.next();
        while (each.hasNext()) {
            common = common(common, each.next());
        }
        return common.isEmpty() ? sorted.first() : common;
    }

    private static String common(String one, String other) {
        String common = one;
        while (!(other + ".").startsWith(common + ".")) {
            int dot = common.lastIndexOf('.');
            if (dot < 0) {
                return "";
            }
            common = common.substring(0, dot);
        }
        return common;
    }

    /**
     * A binary name that no class has yet.
     *
     * @param function empty for the default function
     * @param taken binary names; the result is added
     */
    static String handler(String packageName, String function, Set<String> taken) {
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        String wanted = camel(function) + HANDLER;
        String name = prefix + wanted;
        for (int i = 1; !taken.add(name); i++) {
            name = prefix + "Generated" + wanted + (i == 1 ? "" : String.valueOf(i));
        }
        return name;
    }

    /** {@code order-import} is {@code OrderImport}; what may not start a name in Java gets a letter in front. */
    private static String camel(String function) {
        StringBuilder out = new StringBuilder();
        for (String part : function.split("[-_]+", -1)) {
            if (!part.isEmpty()) {
                out.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
            }
        }
        boolean digit = out.length() > 0 && Character.isDigit(out.charAt(0));
        return digit ? "F" + out : out.toString();
    }
}
