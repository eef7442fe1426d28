package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.openapi.ApiSecurity;
import io.lambdamaven.plugin.plan.resource.FunctionUrl;
import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.HttpAuthorizer;
import io.lambdamaven.plugin.plan.resource.HttpRoute;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.RestApi;
import io.lambdamaven.plugin.stage.Code;
import io.lambdamaven.plugin.stage.Staged;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fronts of a stage ask of callers, in the words of OpenAPI. */
final class ApiGuards {
    /** Who may call does not depend on the place. */
    private static final Whereabouts ANYWHERE = new Whereabouts("aws", "us-east-1", "000000000000");

    private static final Code NO_CODE = new Code(Path.of("none.jar"), "");
    private static final Set<String> OPEN = Set.of(HttpRoute.NONE, "");
    private static final String SIGNATURE = "sigv4";
    private static final String API_KEY = "apiKey";
    private static final Pattern SOURCE =
            Pattern.compile("(?:\\$|method\\.)request\\.(header|querystring)\\.([A-Za-z0-9_.-]+)");
    private static final Pattern POOL = Pattern.compile("arn:[^:]*:cognito-idp:([^:]+):[^:]*:userpool/(.+)");

    private final SortedMap<String, JsonObject> schemes = new TreeMap<>();
    private final Map<String, ApiSecurity.Rule> rules = new HashMap<>();
    private final List<Resource> resources;

    private ApiGuards(List<Resource> resources) {
        this.resources = resources;
    }

    /**
     * Those of a stage.
     *
     * @throws io.lambdamaven.plugin.report.UserFault with every fault of the settings
     */
    static ApiSecurity of(Staged staged) {
        ApiGuards guards = new ApiGuards(staged.desired(ANYWHERE, NO_CODE).resources());
        List<FunctionModel> functions = staged.manifest().application().functions();
        for (int i = 0; i < functions.size(); i++) {
            guards.add(functions.get(i), staged.functionNames().get(i));
        }
        return new ApiSecurity(guards.schemes, guards.rules);
    }

    private void add(FunctionModel function, String functionName) {
        for (Route route : function.routes()) {
            if (route.trigger() instanceof Trigger.Http http) {
                ApiSecurity.Rule rule = rule(functionName, http);
                if (rule != null && !rule.schemes().isEmpty()) {
                    rules.put(ApiSecurity.key(function.name(), http.method(), http.path()), rule);
                }
            }
        }
    }

    private ApiSecurity.@Nullable Rule rule(String functionName, Trigger.Http http) {
        for (Resource resource : resources) {
            if (resource instanceof HttpApi api && api.functionName().equals(functionName)) {
                return rule(functionName, api, http);
            } else if (resource instanceof RestApi api && api.functionName().equals(functionName)) {
                return rule(functionName, api, http);
            } else if (resource instanceof FunctionUrl url && url.functionName().equals(functionName)) {
                return HttpRoute.AWS_IAM.equals(url.authType()) ? only(signature()) : null;
            }
        }
        return null;
    }

    private ApiSecurity.@Nullable Rule rule(String functionName, HttpApi api, Trigger.Http http) {
        for (String key : List.of(http.method() + " " + http.path(), "$default")) {
            for (Resource resource : resources) {
                if (resource instanceof HttpRoute route
                        && route.apiName().equals(api.name())
                        && route.routeKey().equals(key)) {
                    return rule(functionName, route);
                }
            }
        }
        return null;
    }

    private ApiSecurity.@Nullable Rule rule(String functionName, HttpRoute route) {
        String type = route.access().type();
        if (type == null || OPEN.contains(type)) {
            return null;
        } else if (type.equals(HttpRoute.AWS_IAM)) {
            return only(signature());
        }
        for (Resource resource : resources) {
            if (resource instanceof HttpAuthorizer authorizer
                    && authorizer.id().equals(route.access().asks(route.apiName()))) {
                String issuer = authorizer.check().issuer();
                if (issuer != null) {
                    String name = scheme(authorizer.name(), functionName, openId(issuer));
                    return new ApiSecurity.Rule(
                            List.of(name), name, route.access().scopes());
                }
                return only(sources(authorizer.name(), functionName, authorizer.identitySources()));
            }
        }
        return null;
    }

    private ApiSecurity.Rule rule(String functionName, RestApi api, Trigger.Http http) {
        RestApi.Method method = api.methods().get(http.path().equals("/") ? "ANY /" : "ANY /{proxy+}");
        String wanted = unnamed(http.method() + " " + http.path());
        for (Map.Entry<String, RestApi.Method> each : api.methods().entrySet()) {
            // Below one resource all variables have one name.
            if (unnamed(each.getKey()).equals(wanted)) {
                method = each.getValue();
            }
        }
        List<String> asked = new ArrayList<>();
        String scoped = "";
        String name = method == null ? null : method.authorizer();
        RestApi.Authorizer authorizer = name == null ? null : api.authorizers().get(name);
        if (method != null && method.type().equals(RestApi.AWS_IAM)) {
            asked.addAll(signature());
        } else if (name != null && authorizer != null && authorizer.type().equals(RestApi.COGNITO_USER_POOLS)) {
            scoped = scheme(name, functionName, pools(authorizer.userPools()));
            asked.add(scoped);
        } else if (name != null && authorizer != null) {
            asked.addAll(sources(name, functionName, authorizer.identitySources()));
        }
        if (method != null && method.apiKey()) {
            asked.add(scheme(API_KEY, functionName, header("x-api-key").build()));
        }
        return new ApiSecurity.Rule(asked, scoped, method == null ? List.of() : method.scopes());
    }

    private static String unnamed(String key) {
        return key.replaceAll("\\{[^{}+]*", "{");
    }

    private static ApiSecurity.Rule only(List<String> schemes) {
        return new ApiSecurity.Rule(schemes, "", List.of());
    }

    private List<String> signature() {
        schemes.put(
                SIGNATURE,
                header("Authorization")
                        .put("x-amazon-apigateway-authtype", "awsSigv4")
                        .build());
        return List.of(SIGNATURE);
    }

    /** What a function is asked about: all of it has to be there. */
    private List<String> sources(String name, String functionName, List<String> sources) {
        List<String> asked = new ArrayList<>();
        for (String source : sources) {
            Matcher matcher = SOURCE.matcher(source);
            if (matcher.matches()) {
                String in = matcher.group(1).equals("header") ? "header" : "query";
                String own = sources.size() == 1 ? name : name + "-" + matcher.group(2);
                asked.add(scheme(own, functionName, custom(in, matcher.group(2))));
            }
        }
        return asked.isEmpty() ? List.of(scheme(name, functionName, custom("header", "Authorization"))) : asked;
    }

    private static JsonObject custom(String in, String name) {
        return Json.object()
                .put("type", "apiKey")
                .put("in", in)
                .put("name", name)
                .put("x-amazon-apigateway-authtype", "custom")
                .build();
    }

    private static JsonObject.Builder header(String name) {
        return Json.object().put("type", "apiKey").put("in", "header").put("name", name);
    }

    private static JsonObject openId(String issuer) {
        String folder = issuer.endsWith("/") ? issuer : issuer + "/";
        return Json.object()
                .put("type", "openIdConnect")
                .put("openIdConnectUrl", folder + ".well-known/openid-configuration")
                .build();
    }

    /** Of one pool its issuer is known; with several it could be any of them. */
    private static JsonObject pools(List<String> arns) {
        Matcher pool = POOL.matcher(arns.size() == 1 ? arns.get(0) : "");
        return pool.matches()
                ? openId("https://cognito-idp." + pool.group(1) + ".amazonaws.com/" + pool.group(2))
                : Json.object()
                        .put("type", "http")
                        .put("scheme", "bearer")
                        .put("bearerFormat", "JWT")
                        .build();
    }

    /** Under its name, unless another function has another one of that. */
    private String scheme(String name, String functionName, JsonObject scheme) {
        String own = name.replaceAll("[^A-Za-z0-9._-]", "_");
        JsonObject known = schemes.get(own);
        if (known != null && !known.canonical().equals(scheme.canonical())) {
            own = own + "-" + functionName;
        }
        schemes.put(own, scheme);
        return own;
    }
}
