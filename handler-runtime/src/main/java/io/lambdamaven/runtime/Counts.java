package io.lambdamaven.runtime;

import io.lambdamaven.runtime.json.JsonCursor;
import io.lambdamaven.runtime.json.JsonException;

/**
 * What an invocation came to, read off its event and its answer.
 *
 * @param status of HTTP, else 0
 * @param records in the event, -1 if it is no batch
 * @param failed those given back
 */
record Counts(long status, int records, int failed) {
    static Counts of(Delivery delivery, byte[] answer) {
        if (delivery.kind().isHttp()) {
            return new Counts(status(answer), -1, 0);
        }
        int records = delivery.kind().isDirect() ? -1 : records(delivery.event());
        return new Counts(0, records, records < 0 ? 0 : failed(answer));
    }

    private static long status(byte[] answer) {
        JsonCursor cursor = JsonCursor.over(answer);
        if (cursor.isObject()) {
            for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
                if (name.equals("statusCode")) {
                    return cursor.number();
                }
                cursor.skip();
            }
        }
        return 0;
    }

    private static int records(byte[] event) {
        JsonCursor cursor = JsonCursor.over(event);
        if (!cursor.isObject()) {
            return -1;
        }
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            switch (name) {
                case "Records", "messages", "tasks" -> {
                    return elements(cursor);
                }
                case "records", "rmqMessagesByQueue" -> {
                    return cursor.isObject() ? inLists(cursor) : elements(cursor);
                }
                default -> cursor.skip();
            }
        }
        return -1;
    }

    private static int inLists(JsonCursor lists) {
        int count = 0;
        for (String name = lists.nextName(); name != null; name = lists.nextName()) {
            count += Math.max(0, elements(lists));
        }
        return count;
    }

    private static int elements(JsonCursor list) {
        if (!list.isArray()) {
            list.skip();
            return -1;
        }
        int count = 0;
        while (list.nextElement()) {
            list.skip();
            count++;
        }
        return count;
    }

    private static int failed(byte[] answer) {
        try {
            JsonCursor cursor = JsonCursor.over(answer);
            if (cursor.isObject()) {
                for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
                    if (name.equals("batchItemFailures")) {
                        return Math.max(0, elements(cursor));
                    } else if (name.equals("records") && cursor.isArray()) {
                        return processingFailed(cursor);
                    }
                    cursor.skip();
                }
            }
            return 0;
        } catch (JsonException e) {
            return 0;
        }
    }

    private static int processingFailed(JsonCursor records) {
        int count = 0;
        while (records.nextElement()) {
            if (!records.isObject()) {
                records.skip();
                continue;
            }
            for (String name = records.nextName(); name != null; name = records.nextName()) {
                if (name.equals("result") && records.isText()) {
                    count += "ProcessingFailed".equals(records.text()) ? 1 : 0;
                } else {
                    records.skip();
                }
            }
        }
        return count;
    }
}
