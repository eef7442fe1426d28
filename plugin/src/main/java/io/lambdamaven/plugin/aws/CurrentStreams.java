package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.MappedSource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * The ARNs that carry a label: a table's stream is another one each time it is switched on, a consumer of a Kinesis stream
 * each time it is registered.
 */
final class CurrentStreams {
    private static final String STREAM = "/stream/";
    private static final String CONSUMER = "/consumer/";

    private final AwsClients clients;
    private final Map<String, String> labelled = new ConcurrentHashMap<>();

    CurrentStreams(AwsClients clients) {
        this.clients = clients;
    }

    /** Whether the ARN to read has to be asked for. */
    static boolean hasLabel(MappedSource source) {
        return switch (source.service()) {
            case "dynamodb" -> !source.at().contains(STREAM);
            case "kinesis" -> {
                int consumer = source.at().indexOf(CONSUMER);
                yield consumer > 0 && source.at().indexOf(':', consumer) < 0;
            }
            default -> false;
        };
    }

    /**
     * Asks for the label of today.
     *
     * @throws UserFault if there is none, and this run will not make it either
     */
    void look(EventSourceMapping wanted, Desired desired) {
        MappedSource source = wanted.source();
        Optional<String> arn = source.service().equals("kinesis") ? consumer(source) : stream(wanted, desired);
        arn.ifPresent(each -> labelled.put(source.at(), each));
    }

    /** What Lambda is to read. */
    String of(EventSourceMapping wanted, Desired desired) {
        MappedSource source = wanted.source();
        if (!hasLabel(source)) {
            return source.at();
        }
        if (!labelled.containsKey(source.at())) {
            look(wanted, desired);
        }
        return Known.get(labelled, source.at());
    }

    /** The ARN without its label if it is the one of today, so that it has the name that is wanted; else unchanged. */
    String named(String arn) {
        return labelled.entrySet().stream()
                .filter(each -> each.getValue().equals(arn))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(arn);
    }

    private Optional<String> stream(EventSourceMapping wanted, Desired desired) {
        String name = wanted.source().at().substring(wanted.source().at().indexOf("table/") + "table/".length());
        TableDescription table;
        try {
            table = clients.of(DynamoDbClient.class, DynamoDbClient::builder)
                    .describeTable(r -> r.tableName(name))
                    .table();
        } catch (ResourceNotFoundException e) {
            return isMade(ResourceType.TABLE, name, desired) ? Optional.empty() : missingTable(wanted, name);
        }
        boolean on = table.streamSpecification() != null
                && Boolean.TRUE.equals(table.streamSpecification().streamEnabled());
        if (on && table.latestStreamArn() != null) {
            return Optional.of(table.latestStreamArn());
        }
        return isMade(ResourceType.TABLE_STREAM, name, desired) ? Optional.empty() : noStream(wanted, name);
    }

    private static boolean isMade(ResourceType type, String name, Desired desired) {
        ResourceId id = new ResourceId(type, name);
        return desired.resources().stream().anyMatch(each -> each.id().equals(id));
    }

    private static Optional<String> missingTable(EventSourceMapping wanted, String name) {
        throw new UserFault(
                Problem.LM310,
                Place.of(wanted.id().toString()),
                "The table " + name + " does not exist.",
                "Create it first, let it be made with <createMissing> or -Dlambda.createMissing, or correct"
                        + " @DynamoDbTrigger(table), its <placeholders> entry or -Dlambda.region.");
    }

    private static Optional<String> noStream(EventSourceMapping wanted, String name) {
        throw new UserFault(
                Problem.LM320,
                Place.of(wanted.id().toString()),
                "The table " + name + " has no stream, so that nobody is told of its changes.",
                "Switch it on with aws dynamodb update-table --table-name " + name
                        + " --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES, or let it be"
                        + " switched on with <createMissing> or -Dlambda.createMissing.");
    }

    private Optional<String> consumer(MappedSource source) {
        int consumer = source.at().indexOf(CONSUMER);
        String stream = source.at().substring(0, consumer);
        String name = source.at().substring(consumer + CONSUMER.length());
        try {
            return Optional.of(clients.of(KinesisClient.class, KinesisClient::builder)
                    .describeStreamConsumer(r -> r.streamARN(stream).consumerName(name))
                    .consumerDescription()
                    .consumerARN());
        } catch (software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException e) {
            throw new UserFault(
                    Problem.LM310,
                    Place.of("Kinesis consumer " + name),
                    "The stream " + stream + " has no consumer of this name.",
                    "Register it with aws kinesis register-stream-consumer --stream-arn " + stream + " --consumer-name "
                            + name + ", or correct @KinesisTrigger(stream, consumer).");
        }
    }
}
