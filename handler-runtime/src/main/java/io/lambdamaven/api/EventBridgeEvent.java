package io.lambdamaven.api;

import java.util.List;
import java.util.Map;

/**
 * An event of an EventBridge bus.
 *
 * @param id of the event
 * @param source who sent it, such as {@code aws.ec2} or {@code shop.orders}
 * @param detailType what happened
 * @param account of the sender
 * @param region where it happened
 * @param time when, as the event writes it
 * @param resources ARNs
 * @param detail what the sender says of it; may hold nulls
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html">AWS: structure of
 *     events</a>
 */
public record EventBridgeEvent(
        String id,
        String source,
        String detailType,
        String account,
        String region,
        String time,
        List<String> resources,
        Map<String, Object> detail) {
    /** Copies list and map. */
    public EventBridgeEvent {
        resources = Copies.of(resources);
        detail = Copies.of(detail);
    }
}
