package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
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
        List<Json> statements = resources.stream()
                .filter(Permission.class::isInstance)
                .map(Permission.class::cast)
                .map(this::statement)
                .toList();
        int size = Json.object()
                .put("Id", "default")
                .put("Statement", Json.array(statements))
                .put("Version", "2012-10-17")
                .build()
                .canonicalBytes()
                .length;
        if (size > LIMIT) {
            faults.add(
                    Problem.LM226,
                    Place.of(functionName),
                    statements.size() + " triggers need a resource policy of " + size + " bytes, Lambda takes " + LIMIT
                            + ".",
                    "Move some of the classes to a function of their own with @LambdaFunction(name).");
        }
    }

    private Json statement(Permission permission) {
        return Json.object()
                .put("Sid", permission.statementId())
                .put("Effect", "Allow")
                .put("Principal", member("Service", permission.principal()))
                .put("Action", permission.action())
                .put("Resource", arns.of("lambda", "function:" + functionName + ":" + permission.alias()))
                .put(
                        "Condition",
                        Json.object()
                                .put("StringEquals", member("AWS:SourceAccount", orEmpty(permission.sourceAccount())))
                                .put("ArnLike", member("AWS:SourceArn", source(permission)))
                                .build())
                .build();
    }

    private static Json member(String name, String value) {
        return Json.object().put(name, value).build();
    }

    private String source(Permission permission) {
        return orEmpty(permission.sourceArn()).replaceFirst("\\{api-id:[^}]*}", SOME_API_ID);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
