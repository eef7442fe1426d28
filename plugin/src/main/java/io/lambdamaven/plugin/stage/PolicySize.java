package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.Resource;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the resource policy of a function's alias stays under Lambda's limit. */
final class PolicySize {
    private static final int LIMIT = 20_480;

    /** As long as the id that API Gateway gives an API. */
    private static final String SOME_API_ID = "abcdefghij";

    private final Arns arns;
    private final String functionName;
    private final Diagnostics faults;

    PolicySize(Arns arns, String functionName, Diagnostics faults) {
        this.arns = arns;
        this.functionName = functionName;
        this.faults = faults;
    }

    void check(List<Resource> resources) {
        List<Map<String, Object>> statements = resources.stream()
                .filter(Resource.Permission.class::isInstance)
                .map(Resource.Permission.class::cast)
                .map(this::statement)
                .toList();
        int size = CanonicalJson.text(Map.of("Id", "default", "Statement", statements, "Version", "2012-10-17"))
                .length();
        if (size > LIMIT) {
            faults.add(
                    Problem.LM226,
                    Place.of(functionName),
                    statements.size() + " triggers need a resource policy of " + size + " bytes, Lambda takes " + LIMIT
                            + ".",
                    "Move some of the classes to a function of their own with @LambdaFunction(name).");
        }
    }

    private Map<String, Object> statement(Resource.Permission permission) {
        return Map.of(
                "Sid", permission.statementId(),
                "Effect", "Allow",
                "Principal", Map.of("Service", permission.principal()),
                "Action", permission.action(),
                "Resource", arns.of("lambda", "function:" + functionName + ":" + permission.alias()),
                "Condition",
                        Map.of(
                                "StringEquals", Map.of("AWS:SourceAccount", orEmpty(permission.sourceAccount())),
                                "ArnLike", Map.of("AWS:SourceArn", source(permission))));
    }

    private String source(Resource.Permission permission) {
        return orEmpty(permission.sourceArn()).replace(Resource.HttpApi.idToken(functionName), SOME_API_ID);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
