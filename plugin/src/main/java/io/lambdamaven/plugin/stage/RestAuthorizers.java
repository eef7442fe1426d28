package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.RestApi;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.Neighbours.Method;
import io.lambdamaven.plugin.stage.RestSettings.Authorizer;
import io.lambdamaven.plugin.stage.RestSettings.OfRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who decides about the callers of one REST API: what each method asks, and the authorizers that some method asks. */
final class RestAuthorizers {
    private static final String TOKEN = RestApi.Authorizer.TOKEN;
    private static final String REQUEST = RestApi.Authorizer.REQUEST;
    private static final String USUAL_SOURCE = "method.request.header.Authorization";
    private static final int USUAL_TTL = 300;

    private final String apiName;
    private final RestSettings settings;
    private final Wires wires;
    private final Neighbours neighbours;
    private final Set<String> tried = new TreeSet<>();
    private final TreeMap<String, RestApi.Authorizer> made = new TreeMap<>();
    private final Map<String, Permission> permissions = new TreeMap<>();

    RestAuthorizers(String apiName, RestSettings settings, Wires wires, Neighbours neighbours) {
        this.apiName = apiName;
        this.settings = settings;
        this.wires = wires;
        this.neighbours = neighbours;
    }

    /** Those that some method asks. */
    SortedMap<String, RestApi.Authorizer> authorizers() {
        return made;
    }

    /** What lets the API ask functions of the project. */
    List<Permission> permissions() {
        return List.copyOf(permissions.values());
    }

    /** Who may call the method of a route. */
    RestApi.Method method(String routeKey, OfRoute choice) {
        boolean key = choice.apiKeyRequired() == null ? settings.apiKeyRequired() : choice.apiKeyRequired();
        String name = choice.authorizer() == null ? settings.authorizer() : choice.authorizer();
        String word = name.toUpperCase(Locale.ROOT);
        if (word.equals(RestApi.NONE) || word.equals(RestApi.AWS_IAM)) {
            return new RestApi.Method(word, null, noScopes(routeKey, choice, word), key);
        }
        if (tried.add(name)) {
            make(routeKey, name, choice.authorizer() != null);
        }
        RestApi.Authorizer authorizer = made.get(name);
        if (authorizer == null) {
            // Reported.
            return new RestApi.Method(RestApi.NONE, null, List.of(), key);
        }
        if (authorizer.type().equals(RestApi.COGNITO_USER_POOLS)) {
            Authorizer said = settings.authorizers().getOrDefault(name, Authorizer.METHOD);
            List<String> scopes = choice.scopes().isEmpty() ? said.scopes() : choice.scopes();
            return new RestApi.Method(RestApi.COGNITO_USER_POOLS, name, scopes, key);
        }
        return new RestApi.Method(RestApi.CUSTOM, name, noScopes(routeKey, choice, name), key);
    }

    private List<String> noScopes(String routeKey, OfRoute choice, String asked) {
        if (!choice.scopes().isEmpty()) {
            wires.fault(
                    Problem.LM257,
                    Place.of("<rest><routes> " + routeKey),
                    "Scopes are in tokens of user pools, and " + asked + " does not look at them.",
                    "Remove its <scopes>, or name an authorizer with <userPools> in its <authorizer>.");
        }
        return List.of();
    }

    private void make(String routeKey, String name, boolean ofRoute) {
        Authorizer declared = settings.authorizers().get(name);
        Authorizer said = declared == null ? Authorizer.METHOD : declared;
        if (!said.userPools().isEmpty()) {
            made.put(
                    name,
                    new RestApi.Authorizer(
                            RestApi.COGNITO_USER_POOLS,
                            null,
                            said.userPools().stream()
                                    .map(wires.arns()::completed)
                                    .toList(),
                            said.identitySources().isEmpty() ? List.of(USUAL_SOURCE) : said.identitySources(),
                            said.resultTtl() == null ? USUAL_TTL : said.resultTtl(),
                            said.validation(),
                            null));
        } else if (said.function() != null && said.function().startsWith("arn:")) {
            String type = said.type() == null ? TOKEN : said.type();
            put(name, said, type, wires.arns().completed(said.function()), said.identitySources(), USUAL_TTL);
        } else {
            Method method = method(name, said, declared != null);
            if (method != null) {
                asking(name, said, method);
            } else if (declared != null) {
                noMethod(name, said);
            } else {
                unknown(routeKey, name, ofRoute);
            }
        }
    }

    /** One that takes a token or a request, unless the settings say which. */
    private @Nullable Method method(String name, Authorizer said, boolean declared) {
        List<String> types = said.type() == null ? List.of(TOKEN, REQUEST) : List.of(said.type());
        for (String type : types) {
            Method found = neighbours.authorizer("REST_" + type, name, said.function(), declared, wires.functionName());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A method of the project: the annotation says what the settings do not. */
    private void asking(String name, Authorizer said, Method method) {
        neighbours.ask(method);
        String type = said.type() != null ? said.type() : method.answers("REST_" + TOKEN) ? TOKEN : REQUEST;
        List<String> sources = new ArrayList<>(said.identitySources());
        if (sources.isEmpty()) {
            Place place = Wires.place(method.route(), method.trigger(), "identitySources");
            for (String each : method.trigger().texts("identitySources")) {
                String source = wires.text(each, place);
                if (source != null) {
                    sources.add(ofRestApis(source));
                }
            }
        }
        String arn = wires.arns().of("lambda", "function:" + method.functionName() + ":" + DerivedNames.LIVE);
        put(name, said, type, arn, sources, method.trigger().number("resultTtl"));
        if (said.credentials() == null) {
            permit(method);
        }
    }

    /** HTTP APIs say {@code $request.header.X} for what REST APIs call {@code method.request.header.X}. */
    private static String ofRestApis(String source) {
        String plain = source.startsWith("$") ? source.substring(1) : source;
        return plain.startsWith("request.") ? "method." + plain : plain;
    }

    private void put(String name, Authorizer said, String type, String arn, List<String> sources, int usualTtl) {
        boolean token = type.equals(TOKEN);
        List<String> asked = token && sources.isEmpty() ? List.of(USUAL_SOURCE) : sources;
        int ttl = said.resultTtl() != null ? said.resultTtl() : usualTtl;
        if (asked.isEmpty() && said.resultTtl() != null && ttl > 0) {
            wires.fault(
                    Problem.LM256,
                    Place.of("<rest><authorizers><" + name + ">"),
                    "Without identity sources there is nothing by which an answer could be kept.",
                    "Set <identitySources> or @AuthorizerTrigger(identitySources), or <resultTtl> to 0.");
        }
        if (token && asked.size() > 1) {
            wires.fault(
                    Problem.LM256,
                    Place.of("<rest><authorizers><" + name + ">"),
                    "An authorizer of type TOKEN has one identity source.",
                    "Set <identitySources> to the header with the token, or <type> to REQUEST.");
        }
        made.put(
                name,
                new RestApi.Authorizer(
                        type, arn, List.of(), asked, asked.isEmpty() ? 0 : ttl, said.validation(), said.credentials()));
    }

    private void permit(Method method) {
        String source = wires.arns().of("execute-api", HttpApi.idToken(apiName) + "/authorizers/*");
        permissions.putIfAbsent(
                method.functionName(),
                new Permission(
                        method.functionName(),
                        DerivedNames.LIVE,
                        DerivedNames.statementFor("authorizer", source),
                        "lambda:InvokeFunction",
                        "apigateway.amazonaws.com",
                        source,
                        wires.where().account(),
                        null,
                        null,
                        List.of(RestApi.id(apiName))));
    }

    private void unknown(String routeKey, String name, boolean ofRoute) {
        TreeSet<String> known = new TreeSet<>(settings.authorizers().keySet());
        neighbours.authorizers("REST_TOKEN").forEach(method -> known.add(method.name()));
        neighbours.authorizers("REST_REQUEST").forEach(method -> known.add(method.name()));
        known.addAll(List.of(RestApi.NONE, RestApi.AWS_IAM));
        wires.fault(
                Problem.LM257,
                Place.of(ofRoute ? "<rest><routes> " + routeKey : "<rest><authorizer>"),
                "There is no authorizer '" + name + "'; known are " + String.join(", ", known) + ".",
                "Add <" + name + "> to <rest><authorizers>, or correct the <authorizer> or -Dlambda.rest"
                        + (ofRoute ? ".routes entry." : ".authorizer."));
    }

    private void noMethod(String name, Authorizer said) {
        String types = said.type() == null ? "REST_TOKEN or REST_REQUEST" : "REST_" + said.type();
        wires.fault(
                Problem.LM256,
                Place.of("<rest><authorizers><" + name + ">"),
                "No method, or more than one, has @AuthorizerTrigger(" + types + ")"
                        + (said.function() == null ? "" : " in the function '" + said.function() + "'") + ".",
                "Call the authorizer as its method, name a function in its <function> (its ARN, or the name in"
                        + " @LambdaFunction), or give it <userPools> to check tokens.");
    }
}
