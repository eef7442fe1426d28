package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.lambdamaven.plugin.plan.resource.EventSourceMapping;
import io.lambdamaven.plugin.plan.resource.MappedSource;
import io.lambdamaven.plugin.plan.resource.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;

/** The sources that the emulator does not take: what goes over the wire, and that it is read back as it was written. */
final class MappingRequestsTest {
    private static final String CLUSTER = "arn:aws:kafka:eu-west-1:123456789012:cluster/shop/uuid-1";
    private static final String BROKER = "arn:aws:mq:eu-west-1:123456789012:broker:shop:b-1";
    private static final String DATABASES = "arn:aws:rds:eu-west-1:123456789012:cluster:shop";
    private static final String DEAD = "arn:aws:sqs:eu-west-1:123456789012:dead";

    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private HttpServer server;
    private AwsClients clients;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            bodies.add(new String(body, StandardCharsets.UTF_8));
            // What Lambda answers repeats the request.
            exchange.sendResponseHeaders(202, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        clients = new AwsClients(
                Cloud.settings(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                Cloud.KEYS);
    }

    @AfterEach
    void stop() {
        clients.close();
        server.stop(0);
    }

    private static EventSourceMapping mapping(
            MappedSource source,
            int window,
            boolean report,
            String onFailure,
            Map<String, String> access,
            String group) {
        boolean kafka = source.parts().containsKey(MappedSource.TOPIC);
        boolean database = source.parts().containsKey(MappedSource.DATABASE);
        Reading reading = new Reading(
                kafka || database ? "TRIM_HORIZON" : null,
                null,
                null,
                null,
                null,
                null,
                null,
                onFailure,
                List.of("{\"value\":[1]}"),
                new TreeMap<>(access),
                group,
                database ? "UPDATE_LOOKUP" : null);
        return new EventSourceMapping("f", "live", source, 10, window, null, report, true, reading, Map.of());
    }

    private String created(EventSourceMapping wanted) throws InterruptedException {
        var answer = clients.lambda.createEventSourceMapping(
                MappingRequests.create(wanted, "f:live", wanted.source().at()));
        EventSourceMappingConfiguration found = EventSourceMappingConfiguration.builder()
                .eventSourceArn(answer.eventSourceArn())
                .selfManagedEventSource(answer.selfManagedEventSource())
                .topics(answer.topics())
                .queues(answer.queues())
                .sourceAccessConfigurations(answer.sourceAccessConfigurations())
                .documentDBEventSourceConfig(answer.documentDBEventSourceConfig())
                .amazonManagedKafkaEventSourceConfig(answer.amazonManagedKafkaEventSourceConfig())
                .selfManagedKafkaEventSourceConfig(answer.selfManagedKafkaEventSourceConfig())
                .destinationConfig(answer.destinationConfig())
                .filterCriteria(answer.filterCriteria())
                .functionResponseTypes(answer.functionResponseTypes())
                .startingPosition(answer.startingPosition())
                .batchSize(answer.batchSize())
                .maximumBatchingWindowInSeconds(answer.maximumBatchingWindowInSeconds())
                .state("Enabled")
                .build();
        MappedSource source = MappingAnswers.source(found);
        assertThat(source).isEqualTo(wanted.source());
        assertThat(MappingAnswers.read(found, "f", "live", source, Map.of())).isEqualTo(wanted);
        return bodies.take();
    }

    private String updated(EventSourceMapping there, EventSourceMapping wanted) throws InterruptedException {
        clients.lambda.updateEventSourceMapping(MappingRequests.update(there, wanted, "f:live", "uuid"));
        return bodies.take();
    }

    @Test
    void aTopicOfAnMskCluster() throws InterruptedException {
        String body = created(mapping(
                MappedSource.of(CLUSTER).with(MappedSource.TOPIC, "orders"), 0, true, DEAD, Map.of(), "billing"));
        assertThat(body)
                .contains("\"EventSourceArn\":\"" + CLUSTER + "\"", "\"Topics\":[\"orders\"]")
                .contains("\"AmazonManagedKafkaEventSourceConfig\":{\"ConsumerGroupId\":\"billing\"}")
                .contains("\"FunctionResponseTypes\":[\"ReportBatchItemFailures\"]")
                .contains("\"DestinationConfig\":{\"OnFailure\":{\"Destination\":\"" + DEAD + "\"}}")
                .as("half a second is the source's own window")
                .doesNotContain("MaximumBatchingWindowInSeconds", "ParallelizationFactor", "ScalingConfig");
    }

    @Test
    void aTopicOfAClusterOfOnesOwn() throws InterruptedException {
        String body = created(mapping(
                MappedSource.brokers(List.of("b:9092", "a:9092")).with(MappedSource.TOPIC, "orders"),
                5,
                true,
                null,
                Map.of("SASL_SCRAM_512_AUTH", "arn:secret"),
                "billing"));
        assertThat(body)
                .contains(
                        "\"SelfManagedEventSource\":{\"Endpoints\":{\"KAFKA_BOOTSTRAP_SERVERS\":[\"a:9092\",\"b:9092\"]}}")
                .contains("\"SourceAccessConfigurations\":[{\"Type\":\"SASL_SCRAM_512_AUTH\",\"URI\":\"arn:secret\"}]")
                .contains("\"SelfManagedKafkaEventSourceConfig\":{\"ConsumerGroupId\":\"billing\"}")
                .contains("\"MaximumBatchingWindowInSeconds\":5")
                .doesNotContain("EventSourceArn");
    }

    @Test
    void aQueueOfABroker() throws InterruptedException {
        MappedSource source =
                MappedSource.of(BROKER).with(MappedSource.QUEUE, "orders").with(MappedSource.VIRTUAL_HOST, "/eu");
        assertThat(created(mapping(source, 0, false, null, Map.of("BASIC_AUTH", "arn:secret"), null)))
                .contains("\"Queues\":[\"orders\"]")
                .contains(
                        "{\"Type\":\"BASIC_AUTH\",\"URI\":\"arn:secret\"},{\"Type\":\"VIRTUAL_HOST\",\"URI\":\"/eu\"}")
                .doesNotContain("FunctionResponseTypes", "StartingPosition", "DestinationConfig");
    }

    @Test
    void aCollectionOfADatabase() throws InterruptedException {
        MappedSource source =
                MappedSource.of(DATABASES).with(MappedSource.DATABASE, "sales").with(MappedSource.COLLECTION, "orders");
        assertThat(created(mapping(source, 0, false, null, Map.of("BASIC_AUTH", "arn:secret"), null)))
                .contains("\"DatabaseName\":\"sales\"", "\"CollectionName\":\"orders\"")
                .contains("\"FullDocument\":\"UpdateLookup\"", "\"StartingPosition\":\"TRIM_HORIZON\"");
    }

    @Test
    void whatIsTakenAwayIsSaid() throws InterruptedException {
        MappedSource source = MappedSource.of(CLUSTER).with(MappedSource.TOPIC, "orders");
        EventSourceMapping there = mapping(source, 0, true, DEAD, Map.of("A", "arn:secret"), "g");
        EventSourceMapping wanted =
                new EventSourceMapping("f", "live", source, 10, 0, null, false, true, Reading.PLAIN, Map.of());
        assertThat(updated(there, wanted))
                .contains("\"FunctionResponseTypes\":[]", "\"DestinationConfig\":{\"OnFailure\":{}}")
                .contains("\"FilterCriteria\":{\"Filters\":[]}", "\"SourceAccessConfigurations\":[]")
                .doesNotContain("MaximumBatchingWindowInSeconds", "StartingPosition", "ConsumerGroupId", "Topics");
    }
}
