package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Source;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** DynamoDB tables, billed on demand. A trigger does not tell their key: it is the text {@code id}. */
final class TableMaker implements Maker {
    private static final String KEY = "id";

    private final AwsClients clients;
    private final Arns arns;

    TableMaker(AwsClients clients, Arns arns) {
        this.clients = clients;
        this.arns = arns;
    }

    @Override
    public Optional<Map<String, String>> tags(String name) {
        try {
            Map<String, String> tags = new TreeMap<>();
            dynamo().listTagsOfResource(r -> r.resourceArn(arns.table(name)))
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
            dynamo().createTable(r -> r.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName(KEY)
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName(KEY)
                            .keyType(KeyType.HASH)
                            .build())
                    .tags(wanted.tags().entrySet().stream()
                            .map(tag -> Tag.builder()
                                    .key(tag.getKey())
                                    .value(tag.getValue())
                                    .build())
                            .toList()));
        } catch (ResourceInUseException e) {
            // The answer to the first try got lost; or somebody was faster, whose table is not to be trusted.
            Map<String, String> there = tags(name).orElse(Map.of());
            if (wanted.keptAlone()
                    && !there.entrySet().containsAll(wanted.tags().entrySet())) {
                throw e;
            }
        }
        dynamo().waiter().waitUntilTableExists(r -> r.tableName(name), o -> o.waitTimeout(Duration.ofMinutes(5)));
        if (wanted.settings().containsKey(Source.TTL)) {
            change(wanted);
        }
    }

    @Override
    public SortedMap<String, String> settings(Source wanted) {
        SortedMap<String, String> settings = new TreeMap<>(wanted.settings());
        if (settings.containsKey(Source.TTL)) {
            TimeToLiveDescription ttl =
                    dynamo().describeTimeToLive(r -> r.tableName(wanted.name())).timeToLiveDescription();
            boolean on = ttl != null
                    && (ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                            || ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLING);
            settings.put(Source.TTL, on ? ttl.attributeName() : "off");
        }
        return settings;
    }

    /** Items go by themselves once the moment in this attribute, in seconds since 1970, has passed. */
    @Override
    public void change(Source wanted) {
        if (!settings(wanted).equals(wanted.settings())) {
            dynamo().updateTimeToLive(r -> r.tableName(wanted.name())
                    .timeToLiveSpecification(
                            s -> s.enabled(true).attributeName(wanted.settings().get(Source.TTL))));
        }
    }

    @Override
    public void remove(String name) {
        try {
            Retry.until(() -> dynamo().deleteTable(r -> r.tableName(name)), ResourceInUseException.class::isInstance);
        } catch (ResourceNotFoundException e) {
            // Gone already.
        }
        dynamo().waiter().waitUntilTableNotExists(r -> r.tableName(name), o -> o.waitTimeout(Duration.ofMinutes(5)));
    }

    private DynamoDbClient dynamo() {
        return clients.of(DynamoDbClient.class, DynamoDbClient::builder);
    }
}
