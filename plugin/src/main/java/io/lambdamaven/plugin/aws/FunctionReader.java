package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.model.ApplicationJar;
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
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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

    private final boolean emulated;
    private final Parallel parallel;

    FunctionReader(LambdaClient lambda, Arns arns, Known known, boolean emulated, Parallel parallel) {
        this.emulated = emulated;
        this.parallel = parallel;
        this.lambda = lambda;
        this.arns = arns;
        this.known = known;
    }

    /** Empty where there is none, or none of ours that is not wanted. */
    List<Resource> observe(String name, Desired desired) {
        Supplier<List<FunctionConfiguration>> versions = parallel.start(() -> versions(name));
        Supplier<List<AliasConfiguration>> aliases = parallel.start(() -> aliases(name));
        GetFunctionResponse found;
        try {
            found = lambda.getFunction(r -> r.functionName(name));
            if (!Tags.areOurs(found.tags(), desired)) {
                if (wanted(name, desired, ResourceType.FUNCTION).isPresent()) {
                    Tags.mustBeOurs(new ResourceId(ResourceType.FUNCTION, name), found.tags(), desired);
                }
                return List.of();
            }
            return resources(name, found, versions.get(), aliases.get(), desired);
        } catch (ResourceNotFoundException e) {
            return List.of();
        }
    }

    /** The numbered ones, the oldest first. */
    private List<FunctionConfiguration> versions(String name) {
        return lambda.listVersionsByFunctionPaginator(r -> r.functionName(name)).versions().stream()
                .filter(Waits::isNumbered)
                .sorted(Comparator.comparingLong(version -> Long.parseLong(version.version())))
                .toList();
    }

    private List<AliasConfiguration> aliases(String name) {
        return lambda.listAliasesPaginator(r -> r.functionName(name)).aliases().stream()
                .toList();
    }

    private List<Resource> resources(
            String name,
            GetFunctionResponse found,
            List<FunctionConfiguration> versions,
            List<AliasConfiguration> everyAlias,
            Desired desired) {
        List<AliasConfiguration> aliases = everyAlias.stream()
                .filter(alias -> ALIASES.contains(alias.name()))
                .toList();
        List<Resource> resources = new ArrayList<>();
        Map<String, String> tags = found.tags();
        resources.add(function(found.configuration(), tags, desired));
        known.ownership.put(name, Ownership.said(tags));
        Parts.marked(name, tags, known).stream()
                .filter(part ->
                        wanted(part.id().name(), desired, part.id().type()).isEmpty())
                .forEach(resources::add);
        String tag = found.tags().get(Desired.DIGEST_TAG);
        Map<String, Version> byNumber = new TreeMap<>();
        for (FunctionConfiguration version : versions) {
            noteCode(name + ":" + version.version(), version);
            byNumber.put(version.version(), new Version(name, version.codeSha256(), digest(version, tags, desired)));
        }
        if (!versions.isEmpty()) {
            String newest = versions.get(versions.size() - 1).version();
            known.versions.put(name, newest);
            Version read = Objects.requireNonNull(byNumber.get(newest));
            Integer keep = wanted(name, desired, ResourceType.VERSION)
                    .map(each -> ((Version) each).kept())
                    .orElse(null);
            Integer kept = keep == null
                            || OldVersions.beyond(keep, versions, everyAlias).isEmpty()
                    ? keep
                    : Integer.valueOf(versions.size());
            resources.add(new Version(name, read.codeSha256(), read.configurationDigest(), kept));
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

    private void noteCode(String label, FunctionConfiguration version) {
        if (version.environment() == null) {
            return;
        }
        if (version.environment().error() != null) {
            known.unreadable.add(label);
            return;
        }
        String url = version.environment().variables().get(ApplicationJar.VARIABLE);
        if (url != null) {
            known.codeUses
                    .computeIfAbsent(url, each -> ConcurrentHashMap.newKeySet())
                    .add(label);
        }
    }

    private LambdaFunction function(FunctionConfiguration found, Map<String, String> tags, Desired desired) {
        Optional<LambdaFunction> wanted =
                wanted(found.functionName(), desired, ResourceType.FUNCTION).map(LambdaFunction.class::cast);
        Set<String> wantedTags = wanted.map(each -> each.tags().keySet()).orElse(Set.of());
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
                environment(found, tags, wanted.map(LambdaFunction::environment).orElse(null)),
                found.loggingConfig() == null ? null : found.loggingConfig().logGroup(),
                found.codeSha256(),
                Ownership.ownTags(tags, wantedTags),
                OptionsOnWire.read(found, emulated));
    }

    /** Our variables and those that are to become ours; null where the key that encrypts them is not ours to use. */
    private @Nullable Map<String, String> environment(
            FunctionConfiguration found, Map<String, String> tags, @Nullable Map<String, String> wanted) {
        // Lambda leaves an empty environment out.
        if (found.environment() == null) {
            return Map.of();
        }
        if (found.environment().error() != null) {
            return null;
        }
        Map<String, String> ours = new TreeMap<>(found.environment().variables());
        ours.keySet()
                .removeIf(
                        name -> !Ownership.variables(tags).test(name) && (wanted == null || !wanted.containsKey(name)));
        ApiIds.toNames(ours, wanted, known);
        return ours;
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
    private @Nullable String digest(FunctionConfiguration version, Map<String, String> tags, Desired desired) {
        String tag = tags.get(Desired.DIGEST_TAG);
        Optional<Resource> function = wanted(version.functionName(), desired, ResourceType.FUNCTION);
        Optional<Version> wanted =
                wanted(version.functionName(), desired, ResourceType.VERSION).map(Version.class::cast);
        if (function.isEmpty() || wanted.isEmpty()) {
            return tag;
        }
        LambdaFunction published = function(version, tags, desired);
        Map<String, String> is = configuration(published);
        Map<String, String> shouldBe = configuration(function.get());
        for (Map.Entry<String, String> entry : is.entrySet()) {
            if (!entry.getValue().equals(shouldBe.get(entry.getKey()))) {
                return OTHER;
            }
        }
        Set<String> missing = new TreeSet<>(shouldBe.keySet());
        missing.removeAll(is.keySet());
        if (missing.stream().anyMatch(attribute -> isNone(published, attribute))) {
            return OTHER;
        }
        return missing.isEmpty() ? wanted.get().configurationDigest() : tag == null ? OTHER : tag;
    }

    /** Whether an attribute that is not there is known not to be. */
    private static boolean isNone(LambdaFunction published, String attribute) {
        return attribute.startsWith("environment.")
                ? published.environment() != null
                : published.noneWhenAbsent().contains(attribute);
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
