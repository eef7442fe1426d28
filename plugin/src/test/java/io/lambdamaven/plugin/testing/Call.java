package io.lambdamaven.plugin.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One request to AWS.
 *
 * @param number from 1
 * @param service {@code lambda}, {@code iam}, ... as the signature names it
 * @param action as the API calls it, or method and path where only these tell
 */
public record Call(int number, String service, String action, String method, String path) {
    private static final Set<String> READS = Set.of("Get", "List", "Describe", "Head", "Filter");

    /** Lambda's paths, the parts in braces left out: method and path give the action. */
    private static final List<Map.Entry<String, String>> LAMBDA = List.of(
            Map.entry("POST /functions", "CreateFunction"),
            Map.entry("GET /functions", "ListFunctions"),
            Map.entry("GET /functions/*", "GetFunction"),
            Map.entry("DELETE /functions/*", "DeleteFunction"),
            Map.entry("GET /functions/*/configuration", "GetFunctionConfiguration"),
            Map.entry("PUT /functions/*/configuration", "UpdateFunctionConfiguration"),
            Map.entry("PUT /functions/*/code", "UpdateFunctionCode"),
            Map.entry("POST /functions/*/versions", "PublishVersion"),
            Map.entry("GET /functions/*/versions", "ListVersionsByFunction"),
            Map.entry("POST /functions/*/aliases", "CreateAlias"),
            Map.entry("GET /functions/*/aliases", "ListAliases"),
            Map.entry("PUT /functions/*/aliases/*", "UpdateAlias"),
            Map.entry("DELETE /functions/*/aliases/*", "DeleteAlias"),
            Map.entry("POST /functions/*/policy", "AddPermission"),
            Map.entry("GET /functions/*/policy", "GetPolicy"),
            Map.entry("DELETE /functions/*/policy/*", "RemovePermission"),
            Map.entry("POST /functions/*/url", "CreateFunctionUrlConfig"),
            Map.entry("GET /functions/*/url", "GetFunctionUrlConfig"),
            Map.entry("PUT /functions/*/url", "UpdateFunctionUrlConfig"),
            Map.entry("DELETE /functions/*/url", "DeleteFunctionUrlConfig"),
            Map.entry("POST /functions/*/invocations", "Invoke"),
            Map.entry("PUT /functions/*/event-invoke-config", "PutFunctionEventInvokeConfig"),
            Map.entry("GET /functions/*/event-invoke-config", "GetFunctionEventInvokeConfig"),
            Map.entry("DELETE /functions/*/event-invoke-config", "DeleteFunctionEventInvokeConfig"),
            Map.entry("PUT /functions/*/concurrency", "PutFunctionConcurrency"),
            Map.entry("GET /functions/*/concurrency", "GetFunctionConcurrency"),
            Map.entry("DELETE /functions/*/concurrency", "DeleteFunctionConcurrency"),
            Map.entry("PUT /functions/*/provisioned-concurrency", "PutProvisionedConcurrencyConfig"),
            Map.entry("GET /functions/*/provisioned-concurrency", "GetProvisionedConcurrencyConfig"),
            Map.entry("DELETE /functions/*/provisioned-concurrency", "DeleteProvisionedConcurrencyConfig"),
            Map.entry("PUT /functions/*/recursion-config", "PutFunctionRecursionConfig"),
            Map.entry("GET /functions/*/recursion-config", "GetFunctionRecursionConfig"),
            Map.entry("GET /account-settings", "GetAccountSettings"),
            Map.entry("POST /event-source-mappings", "CreateEventSourceMapping"),
            Map.entry("GET /event-source-mappings", "ListEventSourceMappings"),
            Map.entry("GET /event-source-mappings/*", "GetEventSourceMapping"),
            Map.entry("PUT /event-source-mappings/*", "UpdateEventSourceMapping"),
            Map.entry("DELETE /event-source-mappings/*", "DeleteEventSourceMapping"),
            Map.entry("GET /tags/*", "ListTags"),
            Map.entry("POST /tags/*", "TagResource"),
            Map.entry("DELETE /tags/*", "UntagResource"));

    /** The same for REST APIs. */
    private static final List<Map.Entry<String, String>> REST_APIS = List.of(
            Map.entry("POST /restapis", "CreateRestApi"),
            Map.entry("GET /restapis", "GetRestApis"),
            Map.entry("PUT /restapis/*", "PutRestApi"),
            Map.entry("PATCH /restapis/*", "UpdateRestApi"),
            Map.entry("DELETE /restapis/*", "DeleteRestApi"),
            Map.entry("POST /restapis/*/deployments", "CreateDeployment"),
            Map.entry("DELETE /restapis/*/deployments/*", "DeleteDeployment"),
            Map.entry("POST /restapis/*/stages", "CreateStage"),
            Map.entry("PATCH /restapis/*/stages/*", "UpdateStage"),
            Map.entry("DELETE /restapis/*/stages/*", "DeleteStage"),
            Map.entry("POST /usageplans", "CreateUsagePlan"),
            Map.entry("PATCH /usageplans/*", "UpdateUsagePlan"),
            Map.entry("DELETE /usageplans/*", "DeleteUsagePlan"),
            Map.entry("POST /usageplans/*/keys", "CreateUsagePlanKey"),
            Map.entry("POST /apikeys", "CreateApiKey"),
            Map.entry("DELETE /apikeys/*", "DeleteApiKey"));

    /** Whether it can change anything. */
    public boolean writes() {
        if (READS.stream().anyMatch(action::startsWith) || method.equals("GET") || method.equals("HEAD")) {
            return false;
        }
        return !service.equals("sts");
    }

    /** Whether it is about the deployer's own parameters. */
    public boolean isBookkeeping() {
        return service.equals("ssm");
    }

    /** {@code lambda:CreateFunction}. */
    public String name() {
        return service + ":" + action;
    }

    static Call of(int number, String method, String target, Map<String, String> headers, String body) {
        String authorization = headers.getOrDefault("authorization", "");
        int scope = authorization.indexOf("Credential=");
        String[] parts =
                scope < 0 ? new String[0] : authorization.substring(scope).split("[/,]");
        String service = parts.length > 3 ? parts[3].toLowerCase(Locale.ROOT) : "unknown";
        String path = target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
        String query = target.contains("?") ? target.substring(target.indexOf('?') + 1) : "";
        return new Call(number, service, action(service, method, path, query, headers, body), method, path);
    }

    private static String action(
            String service, String method, String path, String query, Map<String, String> headers, String body) {
        String target = headers.get("x-amz-target");
        if (target != null) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        if (body.contains("Action=")) {
            return body.substring(body.indexOf("Action=") + "Action=".length()).split("&", 2)[0];
        }
        if (service.equals("lambda")) {
            // The version of the API comes first: /2015-03-31/functions.
            return named(LAMBDA, method, path.replaceFirst("^/[0-9-]+", ""));
        }
        if (service.equals("apigateway")) {
            return named(REST_APIS, method, path);
        }
        if (service.equals("s3") && query.startsWith("notification")) {
            return (method.equals("GET") ? "Get" : "Put") + "BucketNotificationConfiguration";
        }
        return method + " " + path;
    }

    private static String named(List<Map.Entry<String, String>> actions, String method, String path) {
        String wanted = method + " " + path.replaceFirst("/$", "");
        for (Map.Entry<String, String> each : actions) {
            if (wanted.matches(each.getKey().replace("*", "[^/]+"))) {
                return each.getValue();
            }
        }
        return wanted;
    }
}
