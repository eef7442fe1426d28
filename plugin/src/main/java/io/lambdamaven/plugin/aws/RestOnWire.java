package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.json.ApiPolicies;
import io.lambdamaven.plugin.plan.resource.HttpStage.Throttling;
import io.lambdamaven.plugin.plan.resource.RestApi;
import io.lambdamaven.plugin.plan.resource.RestStage;
import io.lambdamaven.plugin.plan.resource.RestStage.MethodSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigateway.model.Authorizer;
import software.amazon.awssdk.services.apigateway.model.Method;
import software.amazon.awssdk.services.apigateway.model.MethodSetting;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;

/** REST APIs and their stages as API Gateway speaks of them. */
final class RestOnWire {
    private static final String OFF = "OFF";

    /** What an account has where nothing else is said. */
    private static final Throttling ACCOUNTS = new Throttling(5_000, 10_000);

    private static final int PATH_OF_INVOCATION = 1;

    private RestOnWire() {}

    static RestApi.Method method(Method read, Map<String, String> authorizers) {
        String type = read.authorizationType() == null ? RestApi.NONE : read.authorizationType();
        String id = read.authorizerId();
        return new RestApi.Method(
                type,
                id == null ? null : authorizers.getOrDefault(id, id),
                read.authorizationScopes(),
                Boolean.TRUE.equals(read.apiKeyRequired()));
    }

    static RestApi.Authorizer authorizer(Authorizer read) {
        Integer ttl = read.authorizerResultTtlInSeconds();
        return new RestApi.Authorizer(
                read.typeAsString(),
                function(read.authorizerUri()),
                read.providerARNs(),
                read.identitySource() == null || read.identitySource().isEmpty()
                        ? List.of()
                        : Arrays.stream(read.identitySource().split(",", -1))
                                .map(String::strip)
                                .toList(),
                ttl == null ? 0 : ttl,
                read.identityValidationExpression(),
                read.authorizerCredentials());
    }

    private static @Nullable String function(@Nullable String uri) {
        if (uri == null || uri.isEmpty()) {
            return null;
        }
        String[] parts = uri.split("/functions/|/invocations", -1);
        return parts.length > PATH_OF_INVOCATION ? parts[PATH_OF_INVOCATION] : uri;
    }

    static RestApi.Options options(software.amazon.awssdk.services.apigateway.model.RestApi read) {
        var endpoint = read.endpointConfiguration();
        boolean typed = endpoint != null && !endpoint.typesAsStrings().isEmpty();
        String description = read.description();
        String policy = read.policy();
        return new RestApi.Options(
                description == null || description.isEmpty() ? null : description,
                typed ? endpoint.typesAsStrings().get(0) : "EDGE",
                endpoint == null ? List.of() : endpoint.vpcEndpointIds(),
                read.binaryMediaTypes(),
                read.minimumCompressionSize(),
                policy == null || policy.isEmpty() ? null : ApiPolicies.normalAnswer(policy),
                Boolean.TRUE.equals(read.disableExecuteApiEndpoint()));
    }

    /** What makes of one the other. */
    static List<PatchOperation> patch(RestApi.Options there, RestApi.Options wanted) {
        List<PatchOperation> patch = new ArrayList<>();
        replaceIfOther(patch, "/description", there.description(), wanted.description());
        replaceIfOther(
                patch,
                "/minimumCompressionSize",
                text(there.minimumCompressionSize()),
                text(wanted.minimumCompressionSize()));
        replaceIfOther(patch, "/policy", there.policy(), wanted.policy());
        replaceIfOther(
                patch,
                "/disableExecuteApiEndpoint",
                String.valueOf(there.disableExecuteApiEndpoint()),
                String.valueOf(wanted.disableExecuteApiEndpoint()));
        if (!there.endpointType().equals(wanted.endpointType())) {
            patch.add(operation(
                    Op.REPLACE, "/endpointConfiguration/types/" + there.endpointType(), wanted.endpointType()));
        }
        members(patch, "/endpointConfiguration/vpcEndpointIds", there.vpcEndpointIds(), wanted.vpcEndpointIds());
        wanted.binaryMediaTypes().stream()
                .filter(type -> !there.binaryMediaTypes().contains(type))
                .forEach(type -> patch.add(operation(Op.ADD, "/binaryMediaTypes/" + escaped(type), null)));
        there.binaryMediaTypes().stream()
                .filter(type -> !wanted.binaryMediaTypes().contains(type))
                .forEach(type -> patch.add(operation(Op.REMOVE, "/binaryMediaTypes/" + escaped(type), null)));
        return patch;
    }

    private static void members(List<PatchOperation> patch, String path, List<String> there, List<String> wanted) {
        wanted.stream().filter(each -> !there.contains(each)).forEach(each -> patch.add(operation(Op.ADD, path, each)));
        there.stream()
                .filter(each -> !wanted.contains(each))
                .forEach(each -> patch.add(operation(Op.REMOVE, path, each)));
    }

    private static void replaceIfOther(
            List<PatchOperation> patch, String path, @Nullable String there, @Nullable String wanted) {
        if (!String.valueOf(there).equals(String.valueOf(wanted))) {
            patch.add(operation(Op.REPLACE, path, wanted));
        }
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    static PatchOperation operation(Op op, String path, @Nullable String value) {
        PatchOperation.Builder operation = PatchOperation.builder().op(op).path(path);
        return value == null ? operation.build() : operation.value(value).build();
    }

    /** As paths of patches have it. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** By HTTP method and path, out of keys such as {@code ~1orders/GET}. */
    static SortedMap<String, MethodSettings> settings(Map<String, MethodSetting> read) {
        TreeMap<String, MethodSettings> settings = new TreeMap<>();
        read.forEach((key, setting) -> {
            int end = key.lastIndexOf('/');
            String path = key.substring(0, Math.max(end, 0)).replace("~1", "/").replace("~0", "~");
            String name = key.equals("*/*")
                    ? RestStage.ALL
                    : key.substring(end + 1) + " " + (path.startsWith("/") ? path : "/" + path);
            settings.put(name, settings(setting));
        });
        return settings;
    }

    private static MethodSettings settings(MethodSetting read) {
        Integer burst = read.throttlingBurstLimit();
        Double rate = read.throttlingRateLimit();
        boolean limited = burst != null && rate != null && burst >= 0 && rate >= 0;
        Throttling throttling = limited ? new Throttling(burst, rate) : null;
        String level = read.loggingLevel() == null ? OFF : read.loggingLevel().toUpperCase(Locale.ROOT);
        return new MethodSettings(
                ACCOUNTS.equals(throttling) ? null : throttling,
                Boolean.TRUE.equals(read.metricsEnabled()),
                level.equals(OFF) ? null : level,
                Boolean.TRUE.equals(read.dataTraceEnabled()));
    }

    /** The patches that set all of it: API Gateway has values of its own for what is left out. */
    static List<PatchOperation> replace(String method, MethodSettings wanted) {
        String path = pathOf(method);
        Throttling throttling = wanted.throttling();
        return List.of(
                operation(Op.REPLACE, path + "/metrics/enabled", String.valueOf(wanted.detailedMetrics())),
                operation(Op.REPLACE, path + "/logging/loglevel", wanted.logLevel() == null ? OFF : wanted.logLevel()),
                operation(Op.REPLACE, path + "/logging/dataTrace", String.valueOf(wanted.dataTrace())),
                operation(
                        Op.REPLACE,
                        path + "/throttling/burstLimit",
                        throttling == null ? "-1" : String.valueOf(throttling.burstLimit())),
                operation(Op.REPLACE, path + "/throttling/rateLimit", throttling == null ? "-1" : throttling.rate()));
    }

    /** What takes the settings of a method back. */
    static PatchOperation remove(String method) {
        return operation(Op.REMOVE, pathOf(method), null);
    }

    private static String pathOf(String method) {
        if (method.equals(RestStage.ALL)) {
            return "/*/*";
        }
        int space = method.indexOf(' ');
        return "/" + escaped(method.substring(space + 1)) + "/" + method.substring(0, space);
    }
}
