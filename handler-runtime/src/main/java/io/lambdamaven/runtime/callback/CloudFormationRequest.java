package io.lambdamaven.runtime.callback;

import io.lambdamaven.runtime.json.JsonCursor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What the answer needs of a custom resource's request; empty where it says nothing. */
final class CloudFormationRequest {
    /** Starts the id of a resource that was never made, so that its removal can be known. */
    private static final String UNMADE = "LambdaMaven::CreateFailed::";

    private static final String HEX = "0123456789abcdef";

    final boolean creates;
    final boolean deletes;
    final String responseUrl;
    final String stackId;
    final String requestId;
    final String logicalId;
    final String physicalId;

    private CloudFormationRequest(String type, String[] texts) {
        creates = type.equals("Create");
        deletes = type.equals("Delete");
        responseUrl = texts[0];
        stackId = texts[1];
        requestId = texts[2];
        logicalId = texts[3];
        physicalId = texts[4];
    }

    static CloudFormationRequest read(byte[] event) {
        String type = "";
        String[] texts = {"", "", "", "", ""};
        JsonCursor cursor = JsonCursor.over(event);
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            String text = cursor.text();
            text = text == null ? "" : text;
            switch (name) {
                case "RequestType" -> type = first(type, text);
                case "ResponseURL" -> texts[0] = first(texts[0], text);
                case "StackId" -> texts[1] = first(texts[1], text);
                case "RequestId" -> texts[2] = first(texts[2], text);
                case "LogicalResourceId" -> texts[3] = first(texts[3], text);
                case "PhysicalResourceId" -> texts[4] = first(texts[4], text);
                default -> {}
            }
        }
        return new CloudFormationRequest(type, texts);
    }

    /** Of a key that occurs twice the first occurrence counts, as it does where the route is found. */
    private static String first(String known, String text) {
        return known.isEmpty() ? text : known;
    }

    /** Whether it asks to remove what could not be made: there is nothing to remove. */
    boolean deletesUnmade() {
        return deletes && physicalId.startsWith(UNMADE);
    }

    /** The resource's id where the method gives none: the same however often the request is delivered. */
    String id() {
        return physicalId.isEmpty() || creates ? derived() : physicalId;
    }

    /** The id to fail with. */
    String idOfFailure() {
        return creates ? UNMADE + derived() : id();
    }

    private String derived() {
        return logicalId + "-" + digest(stackId + "/" + logicalId);
    }

    private static String digest(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder out = new StringBuilder(32);
            for (int i = 0; i < 16; i++) {
                out.append(HEX.charAt((bytes[i] >> 4) & 15)).append(HEX.charAt(bytes[i] & 15));
            }
            return out.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
