package io.lambdamaven.plugin.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Resource policies of REST APIs in one spelling: API Gateway answers with another one than it was given. */
public final class ApiPolicies {
    /** What {@code execute-api:/} stands for. */
    private static final Pattern ARN = Pattern.compile("arn:[a-z-]+:execute-api:[a-z0-9-]*:[0-9]*:[a-z0-9*]+/");

    private ApiPolicies() {}

    /**
     * The policy with sorted names, no blanks, lists of one as their element, longer ones sorted, and the API's ARN as
     * {@code execute-api:}.
     *
     * @throws JsonException if it is not JSON
     */
    public static String normal(String policy) {
        return normal(Json.parse(policy)).canonical();
    }

    /**
     * The same for what GetRestApis answers, a JSON text with its quotes escaped once more.
     *
     * @throws JsonException if it is not JSON
     */
    public static String normalAnswer(String policy) {
        return normal(
                policy.contains("{\\\"") ? Json.parse("\"" + policy + "\"").asText() : policy);
    }

    private static Json normal(Json value) {
        if (value instanceof Json.Text text) {
            return Json.of(ARN.matcher(text.value()).replaceFirst("execute-api:/"));
        }
        if (value instanceof JsonArray array) {
            List<Json> elements = new ArrayList<>();
            array.forEach(each -> elements.add(normal(each)));
            elements.sort(Comparator.comparing(Json::canonical));
            return elements.size() == 1 ? elements.get(0) : new JsonArray(elements);
        }
        if (value instanceof JsonObject object) {
            Map<String, Json> members = new TreeMap<>();
            object.members().forEach((name, each) -> members.put(name, member(name, each)));
            return new JsonObject(new TreeMap<>(members));
        }
        return value;
    }

    /** {@code {"AWS": "*"}} and {@code "*"} are everybody. */
    private static Json member(String name, Json value) {
        Json normal = normal(value);
        return name.equals("Principal")
                        && normal instanceof JsonObject who
                        && who.members().size() == 1
                        && who.text("AWS", "").equals("*")
                ? Json.of("*")
                : normal;
    }
}
