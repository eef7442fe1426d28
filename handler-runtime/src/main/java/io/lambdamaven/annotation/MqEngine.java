package io.lambdamaven.annotation;

/** The engine of an Amazon MQ broker; an event says it, the broker's name does not. */
public enum MqEngine {
    /** ActiveMQ. */
    ACTIVEMQ,
    /** RabbitMQ. */
    RABBITMQ
}
