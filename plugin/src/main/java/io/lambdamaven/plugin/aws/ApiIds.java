package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.HttpApi;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plans name APIs; policies and statements need the ids that API Gateway gives them. */
final class ApiIds {
    private static final Pattern TOKEN = Pattern.compile("\\{api-id:([^}]*)}");

    private ApiIds() {}

    /** Puts ids in the place of names. */
    static String fill(String text, Known known) {
        return TOKEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(Known.get(known.apis, found.group(1))));
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
