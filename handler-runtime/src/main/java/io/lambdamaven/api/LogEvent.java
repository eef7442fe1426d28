package io.lambdamaven.api;

import java.time.Instant;

/**
 * A log event that a subscription of CloudWatch Logs passed on.
 *
 * @param id unique within the subscription
 * @param timestamp when it happened, as its writer said
 * @param message the line
 * @param logGroup its name
 * @param logStream its name
 * @param owner the account whose logs these are
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html">AWS: subscription
 *     filters</a>
 */
public record LogEvent(String id, Instant timestamp, String message, String logGroup, String logStream, String owner) {}
