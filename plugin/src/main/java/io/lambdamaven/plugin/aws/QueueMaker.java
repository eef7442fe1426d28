package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Source;
import java.util.HashMap;
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
    /** The setting that says who may send, as a policy's text. */
    static final String POLICY = "policy";

    private final AwsClients clients;

    QueueMaker(AwsClients clients) {
        this.clients = clients;
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
        Map<QueueAttributeName, String> attributes = new HashMap<>();
        String timeout = wanted.settings().get("visibilityTimeout");
        if (timeout != null) {
            attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, timeout);
        }
        if (wanted.name().endsWith(".fifo")) {
            attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
        }
        String policy = wanted.settings().get(POLICY);
        if (policy != null) {
            attributes.put(QueueAttributeName.POLICY, policy);
        }
        sqs().createQueue(r -> r.queueName(wanted.name()).attributes(attributes).tags(wanted.tags()));
    }

    @Override
    public SortedMap<String, String> settings(Source wanted) {
        SortedMap<String, String> settings = new TreeMap<>(wanted.settings());
        String policy = settings.get(POLICY);
        if (policy != null) {
            String url = url(wanted.name());
            String there = sqs().getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.POLICY))
                    .attributes()
                    .getOrDefault(QueueAttributeName.POLICY, "");
            settings.put(POLICY, Maker.same(policy, there));
        }
        return settings;
    }

    @Override
    public void change(Source wanted) {
        String url = url(wanted.name());
        String policy = wanted.settings().getOrDefault(POLICY, "");
        sqs().setQueueAttributes(r -> r.queueUrl(url).attributes(Map.of(QueueAttributeName.POLICY, policy)));
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
