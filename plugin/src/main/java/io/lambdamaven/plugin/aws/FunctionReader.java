package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Alias;
import io.lambdamaven.plugin.plan.resource.ConfigurationTag;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Reads a function with its versions and aliases, and tells what of it is as it should be. */
final class FunctionReader {
    /** What stands for a configuration that is not the wanted one. */
    private static final String OTHER = "other";

    private static final Set<String> ALIASES = Set.of(DerivedNames.LIVE, DerivedNames.OPS, DerivedNames.RAW);

    private final LambdaClient lambda;
    private final Arns arns;
    private final Known known;

    FunctionReader(LambdaClient lambda, Arns arns, Known known) {
        this.lambda = lambda;
        this.arns = arns;
        this.known = known;
    }

    /** Empty where there is none, or none of ours that is not wanted. */
    List<Resource> observe(String name, Desired desired) {
        GetFunctionResponse found;
        List<FunctionConfiguration> versions = new ArrayList<>();
        List<AliasConfiguration> aliases = new ArrayList<>();
        try {
            found = lambda.getFunction(r -> r.functionName(name));
            if (!Tags.areOurs(found.tags(), desired)) {
                if (wanted(name, desired, ResourceType.FUNCTION).isPresent()) {
                    Tags.mustBeOurs(new ResourceId(ResourceType.FUNCTION, name), found.tags(), desired);
                }
                return List.of();
            }
            lambda.listVersionsByFunctionPaginator(r -> r.functionName(name)).versions().stream()
                    .filter(Waits::isNumbered)
                    .sorted(Comparator.comparingLong(version -> Long.parseLong(version.version())))
                    .forEach(versions::add);
            lambda.listAliasesPaginator(r -> r.functionName(name)).aliases().stream()
                    .filter(alias -> ALIASES.contains(alias.name()))
                    .forEach(aliases::add);
        } catch (ResourceNotFoundException e) {
            return List.of();
        }
        return resources(name, found, versions, aliases, desired);
    }

    private List<Resource> resources(
            String name,
            GetFunctionResponse found,
            List<FunctionConfiguration> versions,
            List<AliasConfiguration> aliases,
            Desired desired) {
        List<Resource> resources = new ArrayList<>();
        resources.add(function(found.configuration(), Tags.withoutDigest(found.tags()), desired));
        String tag = found.tags().get(Desired.DIGEST_TAG);
        Map<String, Version> byNumber = new TreeMap<>();
        for (FunctionConfiguration version : versions) {
            byNumber.put(version.version(), new Version(name, version.codeSha256(), digest(version, tag, desired)));
        }
        if (!versions.isEmpty()) {
            String newest = versions.get(versions.size() - 1).version();
            known.versions.put(name, newest);
            resources.add(Objects.requireNonNull(byNumber.get(newest)));
        }
        for (AliasConfiguration alias : aliases) {
            Version version = byNumber.get(alias.functionVersion());
            boolean whole = alias.routingConfig() == null
                    || alias.routingConfig().additionalVersionWeights().isEmpty();
            resources.add(new Alias(
                    name,
                    alias.name(),
                    version == null || !whole ? OTHER : version.codeSha256(),
                    version == null ? OTHER : version.configurationDigest()));
        }
        if (tag != null) {
            resources.add(new ConfigurationTag(
                    name,
                    tag,
                    aliases.stream().map(AliasConfiguration::name).sorted().toList()));
        }
        return resources;
    }

    private LambdaFunction function(FunctionConfiguration found, Map<String, String> tags, Desired desired) {
        Optional<LambdaFunction> wanted =
                wanted(found.functionName(), desired, ResourceType.FUNCTION).map(LambdaFunction.class::cast);
        return new LambdaFunction(
                found.functionName(),
                description(found, wanted.map(LambdaFunction::description).orElse(null)),
                found.runtimeAsString(),
                found.architecturesAsStrings().isEmpty()
                        ? null
                        : found.architecturesAsStrings().get(0),
                found.handler(),
                role(found.role(), wanted.map(LambdaFunction::role).orElse(null)),
                found.memorySize(),
                found.timeout(),
                // Lambda leaves an empty environment out.
                found.environment() == null ? Map.of() : found.environment().variables(),
                found.loggingConfig() == null ? null : found.loggingConfig().logGroup(),
                found.codeSha256(),
                tags);
    }

    /** No description and an empty one are the same. */
    private static @Nullable String description(FunctionConfiguration found, @Nullable String wanted) {
        boolean empty = found.description() == null || found.description().isEmpty();
        return empty ? (wanted == null ? null : "") : found.description();
    }

    /** By name where it may be a role that we made. */
    private String role(String arn, @Nullable String wanted) {
        if (wanted != null && wanted.startsWith("arn:")) {
            return arn;
        }
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        return arns.role(name).equals(arn) ? name : arn;
    }

    /**
     * The wanted digest for a version that has the wanted configuration. Where the endpoint does not tell all of it,
     * the tag says which configuration was published last.
     */
    private @Nullable String digest(FunctionConfiguration version, @Nullable String tag, Desired desired) {
        Optional<Resource> function = wanted(version.functionName(), desired, ResourceType.FUNCTION);
        Optional<Version> wanted =
                wanted(version.functionName(), desired, ResourceType.VERSION).map(Version.class::cast);
        if (function.isEmpty() || wanted.isEmpty()) {
            return tag;
        }
        Map<String, String> is = configuration(function(version, Map.of(), desired));
        Map<String, String> shouldBe = configuration(function.get());
        for (Map.Entry<String, String> entry : is.entrySet()) {
            if (!entry.getValue().equals(shouldBe.get(entry.getKey()))) {
                return OTHER;
            }
        }
        boolean allTold = shouldBe.keySet().stream()
                .allMatch(attribute -> is.containsKey(attribute) || attribute.startsWith("environment."));
        boolean sameEnvironment = shouldBe.keySet().stream()
                .filter(attribute -> attribute.startsWith("environment."))
                .allMatch(is::containsKey);
        if (!sameEnvironment) {
            return OTHER;
        }
        return allTold ? wanted.get().configurationDigest() : tag == null ? OTHER : tag;
    }

    private static Map<String, String> configuration(Resource function) {
        Map<String, String> configuration = new TreeMap<>(function.attributes());
        configuration.keySet().removeIf(name -> name.equals(LambdaFunction.CODE) || name.startsWith("tags."));
        return configuration;
    }

    private static Optional<Resource> wanted(String name, Desired desired, ResourceType type) {
        ResourceId id = new ResourceId(type, name);
        return desired.resources().stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
