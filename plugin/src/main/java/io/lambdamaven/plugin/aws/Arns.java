package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.apply.Whereabouts;
import io.lambdamaven.plugin.plan.resource.EventRule;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds and reads the ARNs of one account and region. */
record Arns(Whereabouts where) {
    private static final int REGION = 3;
    private static final int LOG_GROUP = 6;
    private static final Pattern FUNCTION = Pattern.compile("function:([^:/]+)(?::([^:/]+))?");

    /**
     * A function as an ARN names it.
     *
     * @param qualifier alias or version, empty for none
     */
    record FunctionRef(String name, String qualifier) {}

    String function(String name) {
        return regional("lambda", "function:" + name);
    }

    String alias(String function, String alias) {
        return function(function) + ":" + alias;
    }

    String mapping(String uuid) {
        return regional("lambda", "event-source-mapping:" + uuid);
    }

    String logGroup(String name) {
        return regional("logs", "log-group:" + name);
    }

    String queue(String name) {
        return regional("sqs", name);
    }

    String topic(String name) {
        return regional("sns", name);
    }

    String table(String name) {
        return regional("dynamodb", "table/" + name);
    }

    String rule(String name) {
        return regional("events", "rule/" + name);
    }

    /** @param bus the default one, another one's name, or the ARN of one elsewhere */
    String rule(String bus, String name) {
        if (bus.startsWith("arn:")) {
            return bus.replace(":event-bus/", ":rule/") + "/" + name;
        }
        return rule((bus.equals(EventRule.DEFAULT_BUS) ? "" : bus + "/") + name);
    }

    /** Bus and name, with a slash between, of a rule's ARN. */
    String ruleIn(String arn) {
        String here = rule("");
        if (arn.startsWith(here)) {
            String rest = arn.substring(here.length());
            return rest.indexOf('/') < 0 ? EventRule.DEFAULT_BUS + "/" + rest : rest;
        }
        return arn.replace(":rule/", ":event-bus/");
    }

    String iotRule(String name) {
        return regional("iot", "rule/" + name);
    }

    String role(String nameOrArn) {
        return nameOrArn.startsWith("arn:")
                ? nameOrArn
                : "arn:" + where.partition() + ":iam::" + where.account() + ":role/" + nameOrArn;
    }

    /** What API Gateway calls to invoke an alias. */
    String invocation(String function, String alias) {
        return invocation(alias(function, alias));
    }

    /** What API Gateway calls to invoke what this ARN names. */
    String invocation(String function) {
        return "arn:" + where.partition() + ":apigateway:" + function.split(":", -1)[REGION]
                + ":lambda:path/2015-03-31/functions/" + function + "/invocations";
    }

    String restApi(String id) {
        return "arn:" + where.partition() + ":apigateway:" + where.region() + "::/restapis/" + id;
    }

    String usagePlan(String id) {
        return "arn:" + where.partition() + ":apigateway:" + where.region() + "::/usageplans/" + id;
    }

    String api(String id) {
        return "arn:" + where.partition() + ":apigateway:" + where.region() + "::/apis/" + id;
    }

    /** What calls the authorizers of an API, whose id {@code {api-id:name}} stands for. */
    String authorizers(String idToken) {
        return regional("execute-api", idToken + "/authorizers/*");
    }

    /** The log group that an ARN names; null for something else. */
    static @Nullable ResourceId logGroupId(String arn) {
        String[] parts = arn.split(":", -1);
        return parts.length > LOG_GROUP && parts[LOG_GROUP - 1].equals("log-group")
                ? new ResourceId(ResourceType.LOG_GROUP, parts[LOG_GROUP])
                : null;
    }

    /** The function that an ARN, or an integration's invocation ARN, names. */
    static @Nullable FunctionRef functionIn(@Nullable String arn) {
        Matcher found = FUNCTION.matcher(arn == null ? "" : arn);
        if (!found.find()) {
            return null;
        }
        String qualifier = found.group(2);
        return new FunctionRef(found.group(1), qualifier == null ? "" : qualifier);
    }

    private String regional(String service, String resource) {
        return "arn:" + where.partition() + ":" + service + ":" + where.region() + ":" + where.account() + ":"
                + resource;
    }
}
