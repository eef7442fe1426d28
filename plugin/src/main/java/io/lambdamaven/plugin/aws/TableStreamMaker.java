package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Source;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The streams of DynamoDB tables, each with the item before and after. They have no tags. */
final class TableStreamMaker implements Maker {
    private final AwsClients clients;

    TableStreamMaker(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<Map<String, String>> tags(String name) {
        try {
            return isOn(name) ? Optional.of(Map.of()) : Optional.empty();
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void make(Source wanted) {
        String name = wanted.name();
        if (!isOn(name)) {
            Retry.until(
                    () -> dynamo().updateTable(r -> r.tableName(name)
                            .streamSpecification(
                                    s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))),
                    ResourceInUseException.class::isInstance);
        }
        dynamo().waiter().waitUntilTableExists(r -> r.tableName(name));
    }

    @Override
    public void remove(String name) {
        try {
            if (isOn(name)) {
                Retry.until(
                        () -> dynamo().updateTable(
                                        r -> r.tableName(name).streamSpecification(s -> s.streamEnabled(false))),
                        ResourceInUseException.class::isInstance);
                dynamo().waiter().waitUntilTableExists(r -> r.tableName(name));
            }
        } catch (ResourceNotFoundException e) {
            // Gone with its table.
        }
    }

    private boolean isOn(String name) {
        TableDescription table = dynamo().describeTable(r -> r.tableName(name)).table();
        return table.streamSpecification() != null
                && Boolean.TRUE.equals(table.streamSpecification().streamEnabled());
    }

    private DynamoDbClient dynamo() {
        return clients.of(DynamoDbClient.class, DynamoDbClient::builder);
    }
}
