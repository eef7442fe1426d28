package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpAuthorizer;
import io.lambdamaven.plugin.plan.resource.HttpAuthorizer.Check;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.HttpRoute.Access;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.HttpSettings.Authorizer;
import io.lambdamaven.plugin.stage.HttpSettings.OfRoute;
import io.lambdamaven.plugin.stage.Neighbours.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who decides about the callers of one HTTP API: what each route asks, and the authorizers that some route asks. */
final class HttpAuthorizers {
    private static final String TOKEN = "$request.header.Authorization";
    private static final String VERSION_2 = "2.0";
    private static final int USUAL_TTL = 300;

    private final String apiName;
    private final HttpSettings settings;
    private final Wires wires;
    private final Neighbours neighbours;
    private final Set<String> tried = new TreeSet<>();
    private final Map<String, HttpAuthorizer> made = new TreeMap<>();
    private final List<Resource> resources = new ArrayList<>();

    HttpAuthorizers(String apiName, HttpSettings settings, Wires wires, Neighbours neighbours) {
        this.apiName = apiName;
        this.settings = settings;
        this.wires = wires;
        this.neighbours = neighbours;
    }

    /** The authorizers, and the permissions to ask their functions. */
    List<Resource> resources() {
        return List.copyOf(resources);
    }

    /** Who may call a route. */
    Access access(String routeKey, OfRoute choice) {
        String name = choice.authorizer() == null ? settings.authorizer() : choice.authorizer();
        String word = name.toUpperCase(Locale.ROOT);
        if (word.equals(HttpRoute.NONE) || word.equals(HttpRoute.AWS_IAM)) {
            return new Access(word, null, noScopes(routeKey, choice, word));
        }
        if (tried.add(name)) {
            Authorizer said = settings.authorizers().get(name);
            if (said != null || method(name, Authorizer.METHOD, "HTTP_API") != null) {
                make(name, said == null ? Authorizer.METHOD : said);
            } else {
                unknown(routeKey, name, choice.authorizer() != null);
            }
        }
        HttpAuthorizer authorizer = made.get(name);
        if (authorizer == null) {
            // Reported.
            return Access.OPEN;
        }
        if (authorizer.check().type().equals(HttpAuthorizer.JWT)) {
            Authorizer said = settings.authorizers().getOrDefault(name, Authorizer.METHOD);
            return new Access(HttpRoute.JWT, name, choice.scopes().isEmpty() ? said.scopes() : choice.scopes());
        }
        return new Access(HttpRoute.CUSTOM, name, noScopes(routeKey, choice, name));
    }

    private List<String> noScopes(String routeKey, OfRoute choice, String asked) {
        if (!choice.scopes().isEmpty()) {
            wires.fault(
                    Problem.LM257,
                    Place.of("<httpApi><routes> " + routeKey),
                    "Scopes are in tokens, and " + asked + " does not look at tokens.",
                    "Remove its <scopes>, or name an authorizer of type JWT in its <authorizer>.");
        }
        return List.of();
    }

    private void unknown(String routeKey, String name, boolean ofRoute) {
        TreeSet<String> known = new TreeSet<>(settings.authorizers().keySet());
        neighbours.authorizers("HTTP_API").forEach(method -> known.add(method.name()));
        known.addAll(List.of(HttpRoute.NONE, HttpRoute.AWS_IAM));
        wires.fault(
                Problem.LM257,
                Place.of(ofRoute ? "<httpApi><routes> " + routeKey : "<httpApi><authorizer>"),
                "There is no authorizer '" + name + "'; known are " + String.join(", ", known) + ".",
                "Add <" + name + "> to <httpApi><authorizers>, or correct the <authorizer> or -Dlambda.httpApi"
                        + (ofRoute ? ".routes entry." : ".authorizer."));
    }

    private void make(String name, Authorizer said) {
        if (said.issuer() != null) {
            List<String> sources = said.identitySources().isEmpty() ? List.of(TOKEN) : said.identitySources();
            add(new HttpAuthorizer(apiName, name, Check.tokens(said.issuer(), said.audience()), sources, null));
        } else if (said.function() != null && said.function().startsWith("arn:")) {
            String arn = wires.arns().completed(said.function());
            add(asking(name, said, arn, false, said.identitySources(), USUAL_TTL, null));
        } else {
            String type = said.payloadFormatVersion() == null
                            || said.payloadFormatVersion().equals(VERSION_2)
                    ? "HTTP_API"
                    : "REST_REQUEST";
            Method method = method(name, said, type);
            if (method == null) {
                noMethod(name, said, type);
            } else {
                asking(name, said, method);
            }
        }
    }

    private void add(HttpAuthorizer authorizer) {
        made.put(authorizer.name(), authorizer);
        resources.add(authorizer);
    }

    /** A method of the project: the annotation says what the settings do not. */
    private void asking(String name, Authorizer said, Method method) {
        neighbours.ask(method);
        List<String> sources = new ArrayList<>(said.identitySources());
        if (sources.isEmpty()) {
            Place place = Wires.place(method.route(), method.trigger(), "identitySources");
            for (String each : method.trigger().texts("identitySources")) {
                String source = wires.text(each, place);
                if (source != null) {
                    sources.add(ofHttpApis(source));
                }
            }
        }
        String arn = wires.arns().of("lambda", "function:" + method.functionName() + ":" + DerivedNames.LIVE);
        boolean simple =
                method.answers("HTTP_API") && method.trigger().text("response").equals("SIMPLE");
        int ttl = method.trigger().number("resultTtl");
        add(asking(name, said, arn, simple, sources, ttl, said.credentials() == null ? permit(method) : null));
    }

    /** REST APIs say {@code method.request.header.X} for what HTTP APIs call {@code $request.header.X}. */
    private static String ofHttpApis(String source) {
        return source.startsWith("$") ? source : "$" + source.replaceFirst("^method\\.", "");
    }

    /** Without a source there is nothing by which an answer could be kept. */
    private HttpAuthorizer asking(
            String name,
            Authorizer said,
            String arn,
            boolean usuallySimple,
            List<String> sources,
            int usualTtl,
            @Nullable ResourceId permission) {
        String payload = said.payloadFormatVersion() == null ? VERSION_2 : said.payloadFormatVersion();
        boolean simple =
                said.simpleResponses() == null ? usuallySimple && payload.equals(VERSION_2) : said.simpleResponses();
        int ttl = said.resultTtl() != null ? said.resultTtl() : usualTtl;
        if (sources.isEmpty() && said.resultTtl() != null && ttl > 0) {
            wires.fault(
                    Problem.LM256,
                    Place.of("<httpApi><authorizers><" + name + ">"),
                    "Without identity sources there is nothing by which an answer could be kept.",
                    "Set <identitySources> or @AuthorizerTrigger(identitySources), or <resultTtl> to 0.");
        }
        Check check = new Check(
                HttpAuthorizer.REQUEST,
                null,
                List.of(),
                arn,
                payload,
                simple,
                sources.isEmpty() ? 0 : ttl,
                said.credentials());
        return new HttpAuthorizer(apiName, name, check, sources, permission);
    }

    private ResourceId permit(Method method) {
        String source = wires.arns().of("execute-api", HttpApi.idToken(apiName) + "/authorizers/*");
        Permission permission = new Permission(
                method.functionName(),
                DerivedNames.LIVE,
                DerivedNames.statementFor("authorizer", source),
                "lambda:InvokeFunction",
                "apigateway.amazonaws.com",
                source,
                wires.where().account(),
                null,
                null,
                List.of(HttpApi.id(apiName)));
        // One API asks one function for several authorizers by the same statement.
        if (!resources.contains(permission)) {
            resources.add(permission);
        }
        return permission.id();
    }

    private @Nullable Method method(String name, Authorizer said, String type) {
        boolean declared = settings.authorizers().containsKey(name);
        return neighbours.authorizer(type, name, said.function(), declared, wires.functionName());
    }

    private void noMethod(String name, Authorizer said, String type) {
        wires.fault(
                Problem.LM256,
                Place.of("<httpApi><authorizers><" + name + ">"),
                "No method, or more than one, has @AuthorizerTrigger(" + type + ")"
                        + (said.function() == null ? "" : " in the function '" + said.function() + "'") + ".",
                "Call the authorizer as its method, name a function in its <function> (its ARN, or the name in"
                        + " @LambdaFunction), or give it an <issuer> to check tokens.");
    }
}
