package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.WebSocketApi;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plans name APIs; policies and statements need the ids that API Gateway gives them. */
final class ApiIds {
    private static final Pattern TOKEN = Pattern.compile("\\{api-id:([^}]*)}");

    private ApiIds() {}

    /** Puts ids in the place of names. */
    static String fill(String text, Known known) {
        return TOKEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(Known.get(known.apis, found.group(1))));
    }

    /** Puts ids in the place of names in the one variable that has them. */
    static Map<String, String> fill(Map<String, String> variables, Known known) {
        String named = variables.get(WebSocketApi.VARIABLE);
        Map<String, String> filled = new TreeMap<>(variables);
        if (named != null) {
            filled.put(WebSocketApi.VARIABLE, fill(named, known));
        }
        return filled;
    }

    /** Puts names in the place of ids in that variable, where it says what is wanted. */
    static void toNames(Map<String, String> variables, @Nullable Map<String, String> wanted, Known known) {
        String named = wanted == null ? null : wanted.get(WebSocketApi.VARIABLE);
        if (named != null && TOKEN.matcher(named).results().allMatch(each -> known.apis.containsKey(each.group(1)))) {
            variables.replace(WebSocketApi.VARIABLE, fill(named, known), named);
        }
    }

    /** Puts names in the place of ids, where these are part of an ARN. */
    static String toNames(String text, Map<ResourceId, String> ids) {
        String named = text;
        for (Map.Entry<ResourceId, String> api : ids.entrySet()) {
            named = named.replace(
                    ":" + api.getValue() + "/",
                    ":" + HttpApi.idToken(api.getKey().name()) + "/");
        }
        return named;
    }
}
