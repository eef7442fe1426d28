package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Source;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.model.Tag;

/** SNS topics. */
final class TopicMaker implements Maker {
    private final AwsClients clients;
    private final Arns arns;

    TopicMaker(AwsClients clients, Arns arns) {
        this.clients = clients;
        this.arns = arns;
    }

    @Override
    public Optional<Map<String, String>> tags(String name) {
        try {
            Map<String, String> tags = new TreeMap<>();
            sns().listTagsForResource(r -> r.resourceArn(arns.topic(name)))
                    .tags()
                    .forEach(tag -> tags.put(tag.key(), tag.value()));
            return Optional.of(tags);
        } catch (ResourceNotFoundException | NotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void make(Source wanted) {
        Map<String, String> attributes = new TreeMap<>();
        if (wanted.name().endsWith(".fifo")) {
            attributes.put("FifoTopic", "true");
        }
        String policy = wanted.settings().get(Source.POLICY);
        if (policy != null) {
            attributes.put("Policy", policy);
        }
        sns().createTopic(r -> r.name(wanted.name())
                .attributes(attributes)
                .tags(wanted.tags().entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList()));
    }

    @Override
    public SortedMap<String, String> settings(Source wanted) {
        SortedMap<String, String> settings = new TreeMap<>(wanted.settings());
        String policy = settings.get(Source.POLICY);
        if (policy != null) {
            String there = sns().getTopicAttributes(r -> r.topicArn(arns.topic(wanted.name())))
                    .attributes()
                    .getOrDefault("Policy", "");
            settings.put(Source.POLICY, Maker.same(policy, there));
        }
        return settings;
    }

    @Override
    public void change(Source wanted) {
        sns().setTopicAttributes(r -> r.topicArn(arns.topic(wanted.name()))
                .attributeName("Policy")
                .attributeValue(wanted.settings().getOrDefault(Source.POLICY, "")));
    }

    @Override
    public void remove(String name) {
        sns().deleteTopic(r -> r.topicArn(arns.topic(name)));
    }

    private SnsClient sns() {
        return clients.of(SnsClient.class, SnsClient::builder);
    }
}
