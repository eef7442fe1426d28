package com.example.chat;

import io.lambdamaven.annotation.InvokeTrigger;
import io.lambdamaven.annotation.WebSocketTrigger;
import io.lambdamaven.api.Connections;
import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.WebSocketEvent;

public class Chat {
    @WebSocketTrigger("$connect")
    public void connect(WebSocketEvent event) {
        if (!event.query().containsKey("user")) {
            throw new HttpException(403, "who are you?");
        }
    }

    @WebSocketTrigger("who")
    public String who(WebSocketEvent event) {
        return event.connectionId();
    }

    @WebSocketTrigger("$default")
    public String echo(WebSocketEvent event, Connections connections) {
        connections.post(event.connectionId(), "posted " + event.body());
        return "answered " + event.body();
    }

    @InvokeTrigger
    public boolean push(String connectionId, Connections connections) {
        return connections.offer(connectionId, "pushed");
    }
}
