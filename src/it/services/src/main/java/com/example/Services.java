package com.example;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.annotation.AuthorizerTrigger;
import io.lambdamaven.annotation.AuthorizerType;
import io.lambdamaven.annotation.CognitoEventType;
import io.lambdamaven.annotation.CognitoTrigger;
import io.lambdamaven.annotation.DynamoDbTrigger;
import io.lambdamaven.annotation.EventBridgeTrigger;
import io.lambdamaven.annotation.ExceptionHandler;
import io.lambdamaven.annotation.FirehoseTrigger;
import io.lambdamaven.annotation.HttpTrigger;
import io.lambdamaven.annotation.KinesisTrigger;
import io.lambdamaven.annotation.LexTrigger;
import io.lambdamaven.annotation.SnsTrigger;
import io.lambdamaven.api.AuthorizerRequest;
import io.lambdamaven.api.AuthorizerResult;
import io.lambdamaven.api.CognitoTriggerEvent;
import io.lambdamaven.api.DynamoDbRecord;
import io.lambdamaven.api.FirehoseRecord;
import io.lambdamaven.api.FirehoseResult;
import io.lambdamaven.api.HttpResponse;
import io.lambdamaven.api.Invocation;
import io.lambdamaven.api.KinesisRecord;
import io.lambdamaven.api.LexRequest;
import io.lambdamaven.api.LexResponse;
import io.lambdamaven.api.SnsMessage;
import java.util.Map;

/** One method for each family of services; no type of its own, and so no library for JSON. */
public class Services {
    @SnsTrigger(topic = "orders")
    public void told(SnsMessage message, Context context) {
        context.getLogger().log("told of " + message.topicArn() + "\n");
    }

    @DynamoDbTrigger(table = "orders")
    public void changed(DynamoDbRecord change, Context context) {
        context.getLogger().log("changed by " + change.eventName() + "\n");
    }

    /** Fails, always: the record is to be given back. */
    @KinesisTrigger(stream = "clicks")
    public void clicked(KinesisRecord click) {
        throw new IllegalStateException("no clicks today");
    }

    @FirehoseTrigger(stream = "logs")
    public FirehoseResult passed(FirehoseRecord line) {
        return FirehoseResult.dropped();
    }

    @EventBridgeTrigger(pattern = "{\"source\": [\"com.example.shop\"]}")
    public void happened(Map<String, Object> event, Context context) {
        context.getLogger().log("happened at " + event.get("source") + "\n");
    }

    @CognitoTrigger(CognitoEventType.PRE_SIGN_UP)
    public void signUp(CognitoTriggerEvent event) {
        event.respond("autoConfirmUser", true);
    }

    @AuthorizerTrigger(AuthorizerType.REST_TOKEN)
    public AuthorizerResult authorize(AuthorizerRequest request) {
        return AuthorizerResult.allow("ada").context("team", "blue");
    }

    @LexTrigger(bot = "Shop")
    public LexResponse said(LexRequest request) {
        return LexResponse.close(true).message("done");
    }

    @HttpTrigger(path = "/fail")
    public String fail(Invocation call) {
        throw new IllegalStateException(call.handler());
    }

    @ExceptionHandler
    public HttpResponse failed(IllegalStateException e, Invocation call) {
        if (e.getMessage().equals("no clicks today")) {
            throw e;
        }
        return HttpResponse.of(503).body(e.getMessage() + " failed");
    }
}
