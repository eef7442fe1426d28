package io.lambdamaven.runtime.event;

import java.util.Map;

/** A message as an SQS event holds it. */
public record SqsRecord(
        String messageId,
        String receiptHandle,
        String body,
        Map<String, String> attributes,
        Map<String, String> messageAttributes,
        String queueArn) {}
