package io.lambdamaven.plugin.corpus;

import io.lambdamaven.plugin.corpus.Handling.Form;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The classes that a user would write to handle samples: methods with the samples' triggers, as many to a function as
 * go together, since no two methods of one function may have the same trigger.
 */
final class UserCode {
    /** Where a sample's event is to arrive in one form. */
    record Place(String function, String method) {}

    private static final class Method {
        private final String name;
        private final String type;
        private final String answer;
        private final Set<String> triggers = new LinkedHashSet<>();

        Method(String name, String type, String answer) {
            this.name = name;
            this.type = type;
            this.answer = answer;
        }
    }

    private static final class Function {
        private final String name;
        private final Map<String, String> claimed = new LinkedHashMap<>();
        private final Map<String, Method> methods = new LinkedHashMap<>();

        Function(String name) {
            this.name = name;
        }

        boolean takes(List<String> triggers, String key) {
            return triggers.stream()
                    .allMatch(
                            trigger -> claimed.getOrDefault(claim(trigger), key).equals(key));
        }

        /** Of a bucket's notifications only one in a function, lest two take the same object. */
        static String claim(String trigger) {
            return trigger.startsWith("@S3Trigger") ? trigger.split(",", -1)[0] : trigger;
        }
    }

    private final Map<Form, List<Function>> functions = new LinkedHashMap<>();
    private final Map<String, String> records = new LinkedHashMap<>();

    /** Adds the method that handles an event in one form. */
    Place add(Handling handling, Form form) {
        String plain = type(handling, form);
        String type = form != Form.AWS && handling.group().equals("http") && !plain.equals("HttpRequest")
                ? plain + " event, HttpRequest"
                : plain;
        String answer = switch (form) {
            case AWS -> handling.answers().aws();
            case RAW -> handling.answers().raw();
            case OWN -> handling.answers().own();
        };
        String key = handling.group() + "(" + type + ")" + answer + handling.triggers();
        List<Function> all = functions.computeIfAbsent(form, any -> new ArrayList<>());
        Function function = all.stream()
                .filter(each -> each.takes(handling.triggers(), key))
                .findFirst()
                .orElseGet(() -> {
                    all.add(new Function(form.name().toLowerCase(Locale.ROOT) + all.size()));
                    return all.get(all.size() - 1);
                });
        Method method = function.methods.computeIfAbsent(
                key, any -> new Method(handling.group().replaceAll("\\W", "") + function.methods.size(), type, answer));
        method.triggers.addAll(handling.triggers());
        handling.triggers().forEach(trigger -> function.claimed.put(Function.claim(trigger), key));
        return new Place(function.name, method.name);
    }

    private String type(Handling handling, Form form) {
        return switch (form) {
            case AWS -> handling.aws();
            case RAW -> handling.raw();
            case OWN -> handling.own().equals("record") ? record(handling.payloads()) : handling.own();
        };
    }

    /** A record with a component for every member of the payloads. */
    private String record(List<String> payloads) {
        Map<String, String> types = new TreeMap<>();
        for (String payload : payloads) {
            JsonObject object = Json.parse(payload).asObject();
            object.members().forEach((name, value) -> {
                if (value != Json.Null.NULL) {
                    types.merge(name, type(value), (one, other) -> one.equals(other) ? one : "Object");
                } else {
                    types.merge(name, "Object", (one, other) -> one);
                }
            });
        }
        StringBuilder components = new StringBuilder();
        types.forEach((name, type) -> components
                .append(components.isEmpty() ? "" : ", ")
                .append("@com.fasterxml.jackson.annotation.JsonProperty(")
                .append(SingleHandlings.quote(name))
                .append(") ")
                .append(type)
                .append(" c")
                .append(components.length()));
        return records.computeIfAbsent(components.toString(), any -> "Own" + records.size());
    }

    private static String type(Json value) {
        if (value instanceof Json.Text) {
            return "String";
        } else if (value instanceof Json.Num) {
            return "java.math.BigDecimal";
        } else if (value instanceof Json.Bool) {
            return "Boolean";
        }
        return value instanceof JsonObject ? "java.util.Map<String, Object>" : "java.util.List<Object>";
    }

    /** The functions' classes as files without their ending, by the functions' names. */
    Map<String, String> classes() {
        Map<String, String> classes = new TreeMap<>();
        functions.values().forEach(all -> all.forEach(each -> classes.put(each.name, "corpus/In" + each.name)));
        return classes;
    }

    /** The source files. */
    List<String> sources() {
        List<String> sources = new ArrayList<>();
        records.forEach((components, name) ->
                sources.add("package corpus;\n\npublic record " + name + "(" + components + ") {}\n"));
        functions.values().forEach(all -> all.forEach(function -> sources.add(source(function))));
        return sources;
    }

    private static String source(Function function) {
        StringBuilder source = new StringBuilder("""
                package corpus;

                import com.amazonaws.services.lambda.runtime.events.*;
                import io.lambdamaven.annotation.*;
                import io.lambdamaven.api.*;

                @LambdaFunction(name = "%s")
                public class %s {
                """.formatted(function.name, "In" + function.name));
        for (Method method : function.methods.values()) {
            int split = method.answer.indexOf('|');
            String type = split < 0 ? "void" : method.answer.substring(0, split);
            method.triggers.forEach(
                    trigger -> source.append("    ").append(trigger).append('\n'));
            source.append("    public ")
                    .append(type)
                    .append(' ')
                    .append(method.name)
                    .append('(')
                    .append(method.type)
                    .append(method.type.contains(" event") ? " request" : " event")
                    .append(") {\n        Seen.add(\"")
                    .append(method.name)
                    .append("\", event);\n");
            if (split >= 0) {
                source.append("        return ")
                        .append(method.answer.substring(split + 1))
                        .append(";\n");
            }
            source.append("    }\n\n");
        }
        return source.append("}\n").toString();
    }
}
