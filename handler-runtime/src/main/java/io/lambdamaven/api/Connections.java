package io.lambdamaven.api;

/**
 * Writes to the clients of a WebSocket API, looks at them and closes their connections. A method of any trigger
 * takes it as a parameter; what is passed to a method with {@code @Task} is not sent there but made anew. In a method with {@code @WebSocketTrigger} it is the API that the event came
 * from, elsewhere the project's own. It works behind custom domains as well. It may be kept and used by other threads
 * until the method returns. A constructor that the generated handler calls takes it too, beside {@code @Setting}: that
 * of the project's own API, which may be kept as long as the object is.
 *
 * <p>A message may arrive twice where API Gateway's answer to the first one got lost. Where API Gateway refuses, or does
 * not answer in time, an exception says so.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html">AWS:
 *     commands for connections</a>
 */
public interface Connections {
    /** The bytes of the longest message that API Gateway passes on. */
    int LONGEST_MESSAGE = 128 * 1024;

    /**
     * Sends a text message.
     *
     * @param connectionId of a client, as {@code WebSocketEvent.connectionId} says it
     * @param message its text
     * @throws ConnectionGoneException if the client has left
     * @throws IllegalArgumentException if the message has more than {@value #LONGEST_MESSAGE} bytes; nothing is sent then
     */
    void post(String connectionId, String message);

    /**
     * Sends a text message, as bytes of UTF-8.
     *
     * @param connectionId of a client, as {@code WebSocketEvent.connectionId} says it
     * @param message not to be changed meanwhile
     * @throws ConnectionGoneException if the client has left
     * @throws IllegalArgumentException if the message has more than {@value #LONGEST_MESSAGE} bytes; nothing is sent then
     */
    void post(String connectionId, byte[] message);

    /**
     * Sends a text message to a client that may have left, as one of many has.
     *
     * @param connectionId of a client, as {@code WebSocketEvent.connectionId} says it
     * @param message its text
     * @return false if the client has left: its id is of no use any more
     * @throws IllegalArgumentException if the message has more than {@value #LONGEST_MESSAGE} bytes; nothing is sent then
     */
    default boolean offer(String connectionId, String message) {
        try {
            post(connectionId, message);
            return true;
        } catch (ConnectionGoneException e) {
            return false;
        }
    }

    /**
     * Sends a text message, as bytes of UTF-8, to a client that may have left.
     *
     * @param connectionId of a client, as {@code WebSocketEvent.connectionId} says it
     * @param message not to be changed meanwhile
     * @return false if the client has left: its id is of no use any more
     * @throws IllegalArgumentException if the message has more than {@value #LONGEST_MESSAGE} bytes; nothing is sent then
     */
    default boolean offer(String connectionId, byte[] message) {
        try {
            post(connectionId, message);
            return true;
        } catch (ConnectionGoneException e) {
            return false;
        }
    }

    /**
     * Looks at a connection.
     *
     * @param connectionId of a client
     * @return what API Gateway knows of it
     * @throws ConnectionGoneException if the client has left
     */
    ConnectionInfo get(String connectionId);

    /**
     * Closes a connection; one that is closed already stays so. The method for {@code $disconnect} is called for it as
     * for every other.
     *
     * @param connectionId of a client
     */
    void close(String connectionId);
}
