package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Source;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
            // The answer to the first try got lost.
        }
        dynamo().waiter().waitUntilTableExists(r -> r.tableName(name), o -> o.waitTimeout(Duration.ofMinutes(5)));
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
