package io.lambdamaven.runtime.task;

import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsException;
import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.aws.Deadline;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonSink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Tasks on their way: the message, and what is too large for one. */
final class Messages {
    private static final AwsService LAMBDA = new AwsService("Lambda", "lambda", "lambda", "");

    /** The local Lambda, which says where it is and carries the tasks of all transports. */
    private static final AwsService LOCAL = new AwsService("Lambda Maven", "lambda", "lambda", "");

    private static final AwsService SQS = AwsService.json("SQS", "sqs", "AmazonSQS");
    private static final AwsService SNS = new AwsService("SNS", "sns", "sns", "");
    private static final AwsService S3 = new AwsService("S3", "s3", "s3", "");

    /** Of an asynchronous invocation, and of a queue. */
    private static final int MOST = 1_048_576;

    private static final int MOST_OF_A_TOPIC = 262_144;
    /** Of what goes to a bucket: more is not read again. */
    private static final int MOST_STORED = Json.LARGEST;

    private static final long PATIENCE = 10_000;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final String BYTES = "bytes";
    private static final String DIGEST = "sha256";
    private static final int ARN_REGION = 3;

    private final Aws aws;
    private final Places places;

    Messages(Aws aws, Places places) {
        this.aws = aws;
        this.places = places;
    }

    void send(TaskTable.Entry task, String id, byte[] message) {
        byte[] body = message;
        int most = task.is("sns") ? MOST_OF_A_TOPIC : MOST;
        if (body.length > most) {
            String bucket = places.bucket();
            if (bucket == null) {
                throw new IllegalArgumentException("the task " + task.id() + " has " + body.length
                        + " bytes with its arguments, and its transport takes " + most
                        + ": name a bucket with <taskBucket> or -Dlambda.taskBucket and deploy, or pass less, such as a"
                        + " key");
            } else if (body.length > MOST_STORED) {
                throw new IllegalArgumentException("the task " + task.id() + " has " + body.length
                        + " bytes with its arguments, and what goes through a bucket has at most " + MOST_STORED
                        + ": pass less, such as a key");
            }
            aws.send(AwsRequest.of(S3, "PutObject", "PUT", path(bucket, id)).body(body), Deadline.in(PATIENCE));
            body = stored(task.id(), id, message);
        }
        aws.send(request(task, places.function(task.function()), body), Deadline.in(PATIENCE));
    }

    /** Whoever may write to the bucket is not for that one who may hand tasks over: the message tells what is there. */
    private static byte[] stored(String task, String id, byte[] message) {
        return new JsonSink()
                .startObject()
                .name("task")
                .text(task)
                .name("id")
                .text(id)
                .name("stored")
                .bool(true)
                .name(BYTES)
                .number(message.length)
                .name(DIGEST)
                .text(digest(message))
                .endObject()
                .toBytes();
    }

    /** SHA-256, in hexadecimal digits. */
    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only an invocation takes what another project sends, and no other project may read this one's bucket. */
    void sendTo(String function, TaskTable.Entry task, byte[] message) {
        if (!task.is("lambda")) {
            throw new IllegalArgumentException(
                    "the task " + task.id() + " does not travel to other functions: give it the" + " transport LAMBDA");
        } else if (message.length > MOST) {
            throw new IllegalArgumentException("the task " + task.id() + " has " + message.length
                    + " bytes with its arguments, and another function takes " + MOST + ": pass less, such as a key");
        }
        try {
            aws.send(
                    places.isLocal()
                            ? invocation(LOCAL, name(function), message)
                            : there(function, invocation(LAMBDA, function, message)),
                    Deadline.in(PATIENCE));
        } catch (AwsException e) {
            if (e.status() != FORBIDDEN) {
                throw e;
            }
            throw new IllegalStateException(
                    "the role of this function may not hand tasks to " + function + ": give the class"
                            + " @Permission(actions = \"lambda:InvokeFunction\", resources = its ARN with :ops), and see"
                            + " that its own policy lets other accounts in",
                    e);
        }
    }

    /**
     * Where arguments are is made of the task's id, not read from its message; what they are the message has said.
     *
     * @throws IllegalStateException if there is nothing, or something else
     */
    byte[] fetch(EventObject message) {
        String id = message.text("id");
        String bucket = places.bucket();
        if (bucket == null) {
            throw new IllegalStateException("the arguments of task " + id + " are in S3, and " + Places.BUCKET
                    + " names no bucket; deploy again");
        }
        byte[] found = get(bucket, id);
        if (found.length != message.number(BYTES) || !digest(found).equals(message.text(DIGEST))) {
            throw new IllegalStateException("what is in S3 at " + path(bucket, id) + " is not what the task " + id
                    + " was sent with: it has " + found.length + " bytes, or was replaced; nothing is run");
        }
        return found;
    }

    private byte[] get(String bucket, String id) {
        try {
            return aws.send(AwsRequest.of(S3, "GetObject", "GET", path(bucket, id)), Deadline.in(PATIENCE))
                    .body();
        } catch (AwsException e) {
            // Without the right to list, S3 says "forbidden" of what is not there.
            if (e.status() != NOT_FOUND && e.status() != FORBIDDEN) {
                throw e;
            }
            throw new IllegalStateException(
                    "the arguments of task " + id + " are not in S3 at " + path(bucket, id)
                            + ", or this function's role may not read them; nothing is run",
                    e);
        }
    }

    private static String path(String bucket, String id) {
        return "/" + bucket + "/tasks/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + ".json";
    }

    private AwsRequest request(TaskTable.Entry task, String function, byte[] body) {
        if (places.isLocal()) {
            return invocation(LOCAL, name(function), body);
        } else if (task.is("sqs")) {
            return AwsRequest.json(
                            SQS,
                            "SendMessage",
                            Json.write(Map.of(
                                    "QueueUrl",
                                    Places.queueUrl(function),
                                    "MessageBody",
                                    new String(body, StandardCharsets.UTF_8))))
                    .header("Content-Type", "application/x-amz-json-1.0");
        } else if (task.is("sns")) {
            String form = "Action=Publish&Version=2010-03-31&TopicArn=" + encoded(Places.beside(function, "sns"))
                    + "&Message=" + encoded(new String(body, StandardCharsets.UTF_8));
            return AwsRequest.of(SNS, "Publish", "POST", "/")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .body(form.getBytes(StandardCharsets.UTF_8));
        }
        return invocation(LAMBDA, name(function), body);
    }

    private static AwsRequest invocation(AwsService lambda, String function, byte[] body) {
        return AwsRequest.of(lambda, "Invoke", "POST", "/2015-03-31/functions/" + encoded(function) + "/invocations")
                .query("Qualifier=ops")
                .header("X-Amz-Invocation-Type", "Event")
                .body(body);
    }

    /** In the Region that an ARN names. */
    private static AwsRequest there(String function, AwsRequest request) {
        String[] parts = function.split(":", -1);
        return parts.length > ARN_REGION ? request.region(parts[ARN_REGION]) : request;
    }

    private static String name(String function) {
        return function.substring(function.lastIndexOf(':') + 1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
