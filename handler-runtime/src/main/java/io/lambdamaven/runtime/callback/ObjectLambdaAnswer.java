package io.lambdamaven.runtime.callback;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.api.HttpException;
import io.lambdamaven.api.ObjectLambdaResponse;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.aws.AwsService;
import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.json.Json;
import io.lambdamaven.runtime.json.JsonSink;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers an S3 Object Lambda access point: GetObject by a call, HeadObject and the lists by what the function returns.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-writing-lambda.html">AWS: writing Lambda
 *     functions for S3 Object Lambda</a>
 */
public final class ObjectLambdaAnswer {
    private static final AwsService SERVICE = new AwsService("S3", "s3-object-lambda", "s3-object-lambda", "");
    private static final int LONGEST_MESSAGE = 1_024;
    /** S3 answers when its own caller has the whole object, for which it takes up to a minute. */
    private static final int PATIENCE = 60_000;

    private ObjectLambdaAnswer() {}

    /**
     * Does the work and answers with what it returns. An {@link HttpException} is answered as S3's error of that status;
     * what else it throws goes on, and S3 answers 500.
     *
     * @param event the access point's
     * @param context of the invocation
     * @param work gives an {@link ObjectLambdaResponse}, a {@code String} or a {@code byte[]}; for HeadObject and the
     *     lists also anything that is written as JSON. Nothing for GetObject if it has written the object itself
     * @return the function's answer
     * @throws Exception what the work threw, or that the answer was not taken
     */
    public static byte[] answer(byte[] event, Context context, Work work) throws Exception {
        return answer(event, context, work, null);
    }

    static byte[] answer(byte[] event, Context context, Work work, @Nullable Aws aws) throws Exception {
        Object result;
        try {
            result = work.call();
        } catch (HttpException e) {
            Log.failure(context, "S3 Object Lambda: answered with status " + e.status(), e);
            result = S3Errors.of(e);
        }
        String token = Members.text(event, "getObjectContext", "outputToken");
        if (token.isEmpty()) {
            boolean head = Members.json(event, "headObjectContext") != null;
            return head ? head(result) : list(result);
        }
        if (result != null) {
            String route = Members.text(event, "getObjectContext", "outputRoute");
            AwsRequest request = request(route, token, response(result));
            (aws == null ? Aws.here() : aws).send(request, Reporting.deadline(context));
        }
        return Json.nothing();
    }

    private static AwsRequest request(String route, String token, ObjectLambdaResponse response) {
        AwsRequest request = AwsRequest.of(SERVICE, "WriteGetObjectResponse", "POST", "/WriteGetObjectResponse")
                .hostPrefix(route)
                .header("Content-Type", "application/octet-stream")
                .header("x-amz-request-route", route)
                .header("x-amz-request-token", token)
                .header("x-amz-fwd-status", Integer.toString(response.status()))
                .body(response.body())
                .unsignedBody()
                .patience(PATIENCE);
        String code = response.errorCode();
        if (code != null) {
            request = request.header("x-amz-fwd-error-code", code)
                    .header("x-amz-fwd-error-message", Texts.ascii(message(response)));
        }
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            String name = header.getKey();
            boolean meta = name.regionMatches(true, 0, "x-amz-meta-", 0, 11);
            request = request.header(meta ? name : "x-amz-fwd-header-" + name, header.getValue());
        }
        return request;
    }

    private static byte[] head(@Nullable Object result) {
        if (isJson(result)) {
            return Json.write(result);
        }
        ObjectLambdaResponse response = response(result);
        JsonSink sink = start(response).name("headers").startObject();
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            sink.name(header.getKey()).text(header.getValue());
        }
        int length = response.body().length;
        if (length > 0) {
            sink.name("Content-Length").text(Integer.toString(length));
        }
        return sink.endObject().endObject().toBytes();
    }

    private static byte[] list(@Nullable Object result) {
        if (isJson(result)) {
            return Json.write(result);
        }
        ObjectLambdaResponse response = response(result);
        JsonSink sink = start(response);
        if (response.errorCode() == null) {
            sink.name("listResultXml").text(new String(response.body(), StandardCharsets.UTF_8));
        }
        return sink.endObject().toBytes();
    }

    private static JsonSink start(ObjectLambdaResponse response) {
        JsonSink sink = new JsonSink().startObject().name("statusCode").number(response.status());
        if (response.errorCode() != null) {
            sink.name("errorCode").text(response.errorCode());
            sink.name("errorMessage").text(message(response));
        }
        return sink;
    }

    private static String message(ObjectLambdaResponse response) {
        String message = response.errorMessage();
        return message == null ? "" : Texts.cut(message, LONGEST_MESSAGE);
    }

    private static boolean isJson(@Nullable Object result) {
        return result != null
                && !(result instanceof ObjectLambdaResponse)
                && !(result instanceof String)
                && !(result instanceof byte[]);
    }

    private static ObjectLambdaResponse response(@Nullable Object result) {
        if (result instanceof ObjectLambdaResponse response) {
            return response;
        } else if (result instanceof String text) {
            return ObjectLambdaResponse.of(text);
        } else if (result instanceof byte[] bytes) {
            return ObjectLambdaResponse.of(bytes);
        }
        throw new IllegalStateException("an S3 Object Lambda access point is answered with ObjectLambdaResponse, String"
                + " or byte[], not with "
                + (result == null ? "nothing" : result.getClass().getName()));
    }
}
