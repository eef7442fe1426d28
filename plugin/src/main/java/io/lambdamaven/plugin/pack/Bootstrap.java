package io.lambdamaven.plugin.pack;

import io.lambdamaven.plugin.model.ApplicationJar;
import io.lambdamaven.plugin.model.References;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of the dependencies fetches and starts an application from S3: of the handler runtime the classes that do it, and
 * each library that one of these leads to, whole.
 */
final class Bootstrap {
    private static final String CLASS = ".class";
    private static final String START = ApplicationJar.BOOTSTRAP.replace('.', '/');
    private static final String SIGNER = "software/amazon/awssdk/http/auth/aws/signer/AwsV4HttpSigner";

    /** Lambda's runtime shares these with the function. */
    private static final String SHARED = "com/amazonaws/services/lambda/";

    private final PackRequest request;
    private final List<Input> inputs;
    /** Where each class is, by its number among the inputs. */
    private final Map<String, Integer> byClass = new HashMap<>();

    private final Map<Integer, Map<String, References>> read = new HashMap<>();
    private final Set<String> reached = new HashSet<>();

    private Bootstrap(PackRequest request, List<Input> inputs) {
        this.request = request;
        this.inputs = inputs;
    }

    static List<Input> of(PackRequest request, List<Input> inputs) throws IOException {
        return new Bootstrap(request, inputs).choose();
    }

    private List<Input> choose() throws IOException {
        for (int i = 0; i < inputs.size(); i++) {
            for (String name : inputs.get(i).entries().keySet()) {
                if (inputs.get(i).dependency() != null && name.endsWith(CLASS)) {
                    byClass.putIfAbsent(name.substring(0, name.length() - CLASS.length()), i);
                }
            }
        }
        if (!byClass.containsKey(SIGNER)) {
            throw new UserFault(
                    Problem.LM129,
                    Place.of("<layout>"),
                    "With the layout slim the function fetches its code by signed requests, and the signer is not among"
                            + " the dependencies.",
                    "Add the dependency software.amazon.awssdk:http-auth-aws, 2.30 or later, with the <scope> compile or"
                            + " runtime, or set <layout> or -Dlambda.layout to jar.");
        }
        if (!byClass.containsKey(START)) {
            throw new UserFault(
                    Problem.LM131,
                    Place.of("<layout>"),
                    "The project's lambda-handler-runtime cannot start an application from S3.",
                    "Give io.lambdamaven:lambda-handler-runtime the <version> of the plugin.");
        }
        follow();
        return chosen();
    }

    private void follow() throws IOException {
        Deque<String> open = new ArrayDeque<>(List.of(START));
        reached.add(START);
        while (!open.isEmpty()) {
            String name = open.remove();
            for (String each : references(name).classes()) {
                if (byClass.containsKey(each) && !each.startsWith(SHARED) && reached.add(each)) {
                    open.add(each);
                }
            }
        }
    }

    private References references(String name) throws IOException {
        Integer number = byClass.get(name);
        if (number == null) {
            return References.NONE;
        }
        Map<String, References> known = read.get(number);
        if (known == null) {
            Map<String, References> all = new HashMap<>();
            inputs.get(number).read((entry, content) -> {
                if (entry.endsWith(CLASS)) {
                    all.put(
                            entry.substring(0, entry.length() - CLASS.length()),
                            request.references().read(content.readAllBytes()));
                }
            });
            read.put(number, all);
            known = all;
        }
        return known.getOrDefault(name, References.NONE);
    }

    private List<Input> chosen() {
        List<Input> chosen = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            Set<String> classes = new HashSet<>();
            for (String name : reached) {
                if (Integer.valueOf(i).equals(byClass.get(name))) {
                    classes.add(name + CLASS);
                }
            }
            if (!classes.isEmpty()) {
                chosen.add(classes.contains(START + CLASS) ? only(input, classes) : input);
            }
        }
        return chosen;
    }

    /** The runtime's own classes look up no other ones by name. */
    private static Input only(Input input, Set<String> classes) {
        Set<String> others = new HashSet<>(input.entries().keySet());
        others.removeAll(classes);
        others.removeIf(name -> name.startsWith("META-INF/") && !name.startsWith("META-INF/maven/"));
        return input.without(others);
    }
}
