package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Source;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.StreamMode;

/** Kinesis data streams, billed on demand. */
final class DataStreamMaker implements Maker {
    private final AwsClients clients;

    DataStreamMaker(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<Map<String, String>> tags(String name) {
        try {
            Map<String, String> tags = new TreeMap<>();
            kinesis()
                    .listTagsForStream(r -> r.streamName(name))
                    .tags()
                    .forEach(tag -> tags.put(tag.key(), tag.value()));
            return Optional.of(tags);
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void make(Source wanted) {
        String name = wanted.name();
        try {
            kinesis().createStream(r -> r.streamName(name).streamModeDetails(m -> m.streamMode(StreamMode.ON_DEMAND)));
        } catch (ResourceInUseException e) {
            // The answer to the first try got lost.
        }
        kinesis().waiter().waitUntilStreamExists(r -> r.streamName(name));
        kinesis().addTagsToStream(r -> r.streamName(name).tags(wanted.tags()));
    }

    @Override
    public void remove(String name) {
        try {
            kinesis().deleteStream(r -> r.streamName(name).enforceConsumerDeletion(true));
            kinesis().waiter().waitUntilStreamNotExists(r -> r.streamName(name));
        } catch (ResourceNotFoundException e) {
            // Gone already.
        }
    }

    private KinesisClient kinesis() {
        return clients.of(KinesisClient.class, KinesisClient::builder);
    }
}
