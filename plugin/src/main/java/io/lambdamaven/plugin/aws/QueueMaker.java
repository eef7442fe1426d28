package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.resource.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** SQS queues. */
final class QueueMaker implements Maker {
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
        sqs().createQueue(r -> r.queueName(wanted.name()).attributes(attributes).tags(wanted.tags()));
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
