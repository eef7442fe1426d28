package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.plan.resource.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** SQS queues. */
final class QueueMaker implements Maker {
    private static final String VISIBILITY = "visibilityTimeout";
    private static final String REDRIVE_TARGET = "deadLetterTargetArn";
    private static final String REDRIVE_COUNT = "maxReceiveCount";

    /** What is compared, by the setting. */
    private static final Map<String, QueueAttributeName> ATTRIBUTES = Map.of(
            VISIBILITY,
            QueueAttributeName.VISIBILITY_TIMEOUT,
            Source.RETENTION,
            QueueAttributeName.MESSAGE_RETENTION_PERIOD,
            Source.POLICY,
            QueueAttributeName.POLICY,
            Source.FAILED,
            QueueAttributeName.REDRIVE_POLICY);

    private final AwsClients clients;
    private final Arns arns;

    QueueMaker(AwsClients clients, Arns arns) {
        this.clients = clients;
        this.arns = arns;
    }

    @Override
    public Optional<Map<String, String>> tags(String name) {
        try {
            String url = url(name);
            return Optional.of(sqs().listQueueTags(r -> r.queueUrl(url)).tags());
        } catch (SqsException e) {
            if (isGone(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void make(Source wanted) {
        Map<QueueAttributeName, String> attributes = attributes(wanted);
        if (wanted.name().endsWith(".fifo")) {
            attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
        }
        sqs().createQueue(r -> r.queueName(wanted.name()).attributes(attributes).tags(wanted.tags()));
    }

    /** Of a queue that a trigger names only what it was made with counts. */
    @Override
    public SortedMap<String, String> settings(Source wanted) {
        SortedMap<String, String> settings = new TreeMap<>(wanted.settings());
        if (!wanted.keptAlone()) {
            return settings;
        }
        String url = url(wanted.name());
        Map<QueueAttributeName, String> there = sqs().getQueueAttributes(
                        r -> r.queueUrl(url).attributeNames(ATTRIBUTES.values()))
                .attributes();
        for (String number : List.of(VISIBILITY, Source.RETENTION)) {
            String value = there.get(ATTRIBUTES.get(number));
            if (value != null && settings.containsKey(number)) {
                settings.put(number, value);
            }
        }
        // Queues without a policy, or without another one to send to, tell none.
        String policy = settings.get(Source.POLICY);
        if (policy != null) {
            settings.put(Source.POLICY, Maker.same(policy, there.getOrDefault(QueueAttributeName.POLICY, "")));
        }
        if (settings.containsKey(Source.FAILED)) {
            readRedrive(there.getOrDefault(QueueAttributeName.REDRIVE_POLICY, ""), settings);
        }
        return settings;
    }

    private void readRedrive(String policy, SortedMap<String, String> settings) {
        Map<String, String> redrive = new TreeMap<>();
        if (!policy.isEmpty() && Json.parse(policy) instanceof JsonObject object) {
            object.members().forEach((name, value) -> redrive.put(name, text(value)));
        }
        String target = redrive.getOrDefault(REDRIVE_TARGET, "");
        String here = arns.queue("");
        settings.put(Source.FAILED, target.startsWith(here) ? target.substring(here.length()) : target);
        settings.put(Source.TRIES, redrive.getOrDefault(REDRIVE_COUNT, ""));
    }

    private static String text(Json value) {
        return value instanceof Json.Text text ? text.value() : value.canonical();
    }

    @Override
    public void change(Source wanted) {
        String url = url(wanted.name());
        sqs().setQueueAttributes(r -> r.queueUrl(url).attributes(attributes(wanted)));
    }

    private Map<QueueAttributeName, String> attributes(Source wanted) {
        Map<QueueAttributeName, String> attributes = new HashMap<>();
        wanted.settings().forEach((setting, value) -> {
            QueueAttributeName name = ATTRIBUTES.get(setting);
            if (name != null) {
                attributes.put(name, value);
            }
        });
        String failed = wanted.settings().get(Source.FAILED);
        if (failed != null) {
            attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    Json.object()
                            .put(REDRIVE_TARGET, arns.queue(failed))
                            .put(REDRIVE_COUNT, wanted.settings().getOrDefault(Source.TRIES, ""))
                            .build()
                            .canonical());
        }
        return attributes;
    }

    @Override
    public void remove(String name) {
        try {
            String url = url(name);
            sqs().deleteQueue(r -> r.queueUrl(url));
        } catch (SqsException e) {
            if (!isGone(e)) {
                throw e;
            }
        }
    }

    /** By code: endpoints that speak the older protocol name it so too. */
    private static boolean isGone(SqsException e) {
        return e instanceof QueueDoesNotExistException
                || (e.awsErrorDetails() != null
                        && String.valueOf(e.awsErrorDetails().errorCode()).endsWith("NonExistentQueue"));
    }

    private String url(String name) {
        return sqs().getQueueUrl(r -> r.queueName(name)).queueUrl();
    }

    private SqsClient sqs() {
        return clients.of(SqsClient.class, SqsClient::builder);
    }
}
