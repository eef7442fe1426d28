package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Source;
import java.util.Map;
import java.util.Optional;
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
        sns().createTopic(r -> r.name(wanted.name())
                .attributes(wanted.name().endsWith(".fifo") ? Map.of("FifoTopic", "true") : Map.of())
                .tags(wanted.tags().entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList()));
    }

    @Override
    public void remove(String name) {
        sns().deleteTopic(r -> r.topicArn(arns.topic(name)));
    }

    private SnsClient sns() {
        return clients.of(SnsClient.class, SnsClient::builder);
    }
}
