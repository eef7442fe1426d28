package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What triggers name and what is made when it is missing. What is there already, whoever made it, is taken as it is,
 * unless it has to be the project's own; ours are in the ledger.
 */
final class SourceResource implements Kind<Source> {
    private final Map<ResourceType, Maker> makers;
    private final Ledger ledger;

    SourceResource(AwsClients clients, Arns arns, Ledger ledger) {
        this.ledger = ledger;
        this.makers = Map.of(
                ResourceType.QUEUE, new QueueMaker(clients, arns),
                ResourceType.TOPIC, new TopicMaker(clients, arns),
                ResourceType.BUCKET, new BucketMaker(clients.s3, arns),
                ResourceType.TABLE, new TableMaker(clients, arns),
                ResourceType.TABLE_STREAM, new TableStreamMaker(clients),
                ResourceType.DATA_STREAM, new DataStreamMaker(clients),
                ResourceType.SOURCE_LOG_GROUP, new LogGroupMaker(clients.logs, arns));
    }

    /**
     * One that is wanted: of somebody else's nothing is compared, but it is refused where the project is to trust it.
     * Who made it may have put into it what he liked, and may still do so.
     */
    Optional<Resource> observe(Source wanted, Desired desired) {
        Maker maker = maker(wanted.type());
        return maker.tags(wanted.name()).map(tags -> {
            if (Tags.areOurs(tags, desired)) {
                return new Source(wanted.type(), wanted.name(), maker.settings(wanted), wanted.tags());
            } else if (wanted.keptAlone()) {
                throw Tags.untrusted(wanted.id(), tags, desired);
            }
            return wanted;
        });
    }

    /** One that the ledger names and nothing needs any more. */
    Optional<Resource> observeMade(ResourceId made, Desired desired) {
        return maker(made.type())
                .tags(made.name())
                // Somebody else may have made another one of this name; a table's stream has no tags.
                .filter(tags -> made.type() == ResourceType.TABLE_STREAM || Tags.areOurs(tags, desired))
                .map(tags -> new Source(made.type(), made.name(), new TreeMap<>(), tags));
    }

    private Maker maker(ResourceType type) {
        Maker maker = makers.get(type);
        if (maker == null) {
            throw new IllegalArgumentException("Nobody makes " + type);
        }
        return maker;
    }

    @Override
    public Class<Source> type() {
        return Source.class;
    }

    @Override
    public void create(Source wanted, Desired desired) {
        ledger.add(wanted.id());
        maker(wanted.type()).make(wanted);
    }

    @Override
    public void update(Source there, Source wanted, List<AttributeChange> changes, Desired desired) {
        // Of what is there nothing differs but settings of our own.
        maker(wanted.type()).change(wanted);
    }

    @Override
    public void delete(Source there, Desired desired) {
        maker(there.type()).remove(there.name());
        ledger.strike(there.id());
    }
}
