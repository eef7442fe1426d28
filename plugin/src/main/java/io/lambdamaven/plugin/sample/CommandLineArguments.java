package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.CommandArgument;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command as they are written on the command line: a JSON object, or {@code a=1,b=x}. What their
 * types are is the function's to check, which names the argument.
 */
final class CommandLineArguments {
    private static final Place ARGS = Place.of("-Dlambda.args");

    private final Trigger.Command command;

    CommandLineArguments(Trigger.Command command) {
        this.command = command;
    }

    /** Null for none. */
    @Nullable
    Json read(@Nullable String text) {
        if (!command.isNamed()) {
            return text == null ? null : Payloads.value(text);
        }
        Json args = text == null || text.isBlank()
                ? Json.object().build()
                : text.strip().startsWith("{") ? Payloads.value(text) : pairs(text);
        check(args);
        return args;
    }

    private void check(Json args) {
        Map<String, Json> given = args instanceof JsonObject object ? object.members() : Map.of();
        List<String> known =
                command.arguments().stream().map(CommandArgument::name).toList();
        List<String> unknown =
                given.keySet().stream().filter(name -> !known.contains(name)).toList();
        List<String> missing = command.arguments().stream()
                .filter(argument -> argument.required() && !given.containsKey(argument.name()))
                .map(CommandArgument::name)
                .toList();
        if (!unknown.isEmpty()) {
            throw fault("has no argument " + String.join(", ", unknown));
        } else if (!missing.isEmpty()) {
            throw fault("needs " + String.join(", ", missing));
        }
    }

    private UserFault fault(String what) {
        String form = command.arguments().stream()
                .map(argument -> argument.name() + "=" + argument.type())
                .collect(Collectors.joining(","));
        return new UserFault(
                Problem.LM385,
                ARGS,
                "The command " + command.name() + " " + what + ".",
                "Write -Dlambda.args='" + form + "' or a JSON object; mvn lambda:commands tells more.");
    }

    private Json pairs(String text) {
        Map<String, List<Json>> values = new TreeMap<>();
        for (String pair : split(text)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw fault("is told '" + pair.strip() + "', which is no name=value");
            }
            values.computeIfAbsent(pair.substring(0, equals).strip(), name -> new ArrayList<>())
                    .add(Json.of(pair.substring(equals + 1)));
        }
        JsonObject.Builder object = Json.object();
        values.forEach((name, given) -> {
            if (given.size() == 1) {
                object.put(name, given.get(0));
            } else if (command.arguments().stream().anyMatch(each -> each.name().equals(name) && each.list())) {
                object.put(name, Json.array(given));
            } else {
                throw fault("is told " + name + " more than once");
            }
        });
        return object.build();
    }

    /** At commas that no backslash stands before. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escapes =
                    c == '\\' && i + 1 < text.length() && (text.charAt(i + 1) == ',' || text.charAt(i + 1) == '\\');
            if (escapes) {
                part.append(text.charAt(++i));
            } else if (c == ',') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
