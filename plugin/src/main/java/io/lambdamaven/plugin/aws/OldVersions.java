package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Version;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Versions that nothing points at any more. */
final class OldVersions {
    private final LambdaClient lambda;

    OldVersions(LambdaClient lambda) {
        this.lambda = lambda;
    }

    /** Numbers of those that are older than the newest ones, and that no alias, whosever, points at. */
    static List<String> beyond(int keep, List<FunctionConfiguration> versions, List<AliasConfiguration> aliases) {
        Set<String> used = new HashSet<>();
        for (AliasConfiguration alias : aliases) {
            used.add(alias.functionVersion());
            if (alias.routingConfig() != null) {
                used.addAll(alias.routingConfig().additionalVersionWeights().keySet());
            }
        }
        List<String> numbers = versions.stream()
                .filter(Waits::isNumbered)
                .map(FunctionConfiguration::version)
                .sorted(Comparator.comparingLong(Long::parseLong))
                .toList();
        return numbers.subList(0, Math.max(0, numbers.size() - keep)).stream()
                .filter(number -> !used.contains(number))
                .toList();
    }

    void delete(Version wanted) {
        Integer keep = wanted.kept();
        if (keep == null) {
            return;
        }
        String name = wanted.functionName();
        List<String> old = beyond(
                keep,
                lambda.listVersionsByFunctionPaginator(r -> r.functionName(name)).versions().stream()
                        .toList(),
                lambda.listAliasesPaginator(r -> r.functionName(name)).aliases().stream()
                        .toList());
        for (String number : old) {
            try {
                lambda.deleteFunction(r -> r.functionName(name).qualifier(number));
            } catch (ResourceNotFoundException | ResourceConflictException e) {
                // Gone already, or something has come to point at it.
            }
        }
    }
}
