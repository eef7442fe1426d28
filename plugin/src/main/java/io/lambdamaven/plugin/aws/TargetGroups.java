package io.lambdamaven.plugin.aws;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;

/** Target groups by their names; the ids in their ARNs are AWS's. */
final class TargetGroups {
    /** Elastic Load Balancing tells the tags of so many at once. */
    private static final int AT_ONCE = 20;

    private final AwsClients clients;
    private final Map<String, String> arns = new ConcurrentHashMap<>();

    TargetGroups(AwsClients clients) {
        this.clients = clients;
    }

    ElasticLoadBalancingV2Client balancing() {
        return clients.of(ElasticLoadBalancingV2Client.class, ElasticLoadBalancingV2Client::builder);
    }

    @Nullable
    TargetGroup find(String name) {
        try {
            TargetGroup found = balancing().describeTargetGroups(r -> r.names(name)).targetGroups().stream()
                    .findFirst()
                    .orElse(null);
            if (found != null) {
                arns.put(name, found.targetGroupArn());
            }
            return found;
        } catch (TargetGroupNotFoundException e) {
            return null;
        }
    }

    /** Of one that was found or made in this run. */
    String arn(String name) {
        return Known.get(arns, name);
    }

    void made(TargetGroup group) {
        arns.put(group.targetGroupName(), group.targetGroupArn());
    }

    /** Whether an ARN is that of the group of this name. */
    static boolean isOf(String name, @Nullable String arn) {
        return arn != null && arn.contains(":targetgroup/" + name + "/");
    }

    /** The tags of each. */
    Map<String, Map<String, String>> tags(List<String> resources) {
        Map<String, Map<String, String>> tags = new TreeMap<>();
        for (int from = 0; from < resources.size(); from += AT_ONCE) {
            List<String> some = resources.subList(from, Math.min(from + AT_ONCE, resources.size()));
            for (TagDescription each :
                    balancing().describeTags(r -> r.resourceArns(some)).tagDescriptions()) {
                tags.put(each.resourceArn(), map(each.tags()));
            }
        }
        return tags;
    }

    private static Map<String, String> map(Collection<Tag> tags) {
        Map<String, String> map = new TreeMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    static List<Tag> list(Map<String, String> tags) {
        return new TreeMap<>(tags)
                .entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList();
    }
}
